package io.powermigrate.canvas.rebind;

/** Bytes between start and end, ASCII letters in lower case; 0 outside. */
@SuppressWarnings("ArrayRecordComponent") // shared, nobody writes to it
record TextRegion(byte[] text, int start, int end) {

    int at(int position) {
        return position < start || position >= end ? 0 : fold(text[position]);
    }

    static int fold(byte b) {
        return b >= 'A' && b <= 'Z' ? b | 0x20 : b & 0xff;
    }
}

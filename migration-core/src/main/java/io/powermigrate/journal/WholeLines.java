package io.powermigrate.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads the lines of a file that have an end, block by block. */
final class WholeLines {

    private static final int BLOCK = 1 << 16;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();

    WholeLines(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Returns where the last line with an end ends. */
    long read(RandomAccessFile file, long from) throws IOException {
        byte[] block = new byte[BLOCK];
        long position = from;
        long end = from;
        file.seek(from);
        for (int read = file.read(block); read >= 0; read = file.read(block)) {
            int last = lines(block, read);
            end = last < 0 ? end : position + last + 1;
            position += read;
        }
        return end;
    }

    /** Returns where the last line end of the block is, or -1. */
    private int lines(byte[] block, int length) {
        int begin = 0;
        for (int i = 0; i < length; i++) {
            if (block[i] == '\n') {
                open.write(block, begin, i - begin);
                lines.accept(open.toString(StandardCharsets.UTF_8));
                open.reset();
                begin = i + 1;
            }
        }
        open.write(block, begin, length - begin);
        return begin - 1;
    }
}

package io.powermigrate.http;

import java.util.Optional;

/** What came back from one sending: the read value of a success, or a refusal with its body in the reply. */
record Answer<T>(Reply reply, Optional<T> value) {}

/** A program on the library: on the module path it requires nothing else. */
module example.files {
    requires io.powermigrate.core;
}

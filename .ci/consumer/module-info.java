/** Somebody's program: it needs these two modules and names no other one. */
module consumer {
    requires io.powermigrate.core;
    requires io.powermigrate.auth;
}

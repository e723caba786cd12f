package io.powermigrate.testkit.fake.internal.odata;

import io.powermigrate.testkit.fake.internal.http.Refusal;

/** The refusals of the Web API with their codes (wire/dataverse.md, sections 1.3, 1.4). */
public final class Refused {

    private Refused() {}

    public static Refusal noRow(String table, String id) {
        return Refusal.of(404, "0x80040217", table + " With Id = " + id + " Does Not Exist");
    }

    static Refusal noRowByKey(String set, String key) {
        return Refusal.of(
                404,
                "0x80040217",
                "A record with the specified key values does not exist in " + set + " entity: " + key);
    }

    static Refusal noSegment(String segment) {
        return Refusal.of(404, "0x8006088a", "Resource not found for the segment '" + segment + "'.");
    }

    public static Refusal argument(String message) {
        return Refusal.of(400, "0x80040203", message);
    }

    static Refusal payload(String table, String message) {
        return Refusal.of(
                400,
                "0x80048d19",
                "Error identified in Payload provided by the user for Entity :'" + table + "', " + message);
    }

    static Refusal duplicate() {
        return Refusal.of(412, "0x80040237", "A record with matching key values already exists.");
    }

    static Refusal duplicateKey(String key) {
        return Refusal.of(
                412,
                "0x80060892",
                "A record that has the attribute values " + key + " already exists. The entity key " + key
                        + " requires that this set of attributes contains unique values.");
    }

    static Refusal oldVersion() {
        return Refusal.of(
                412,
                "0x80060882",
                "The version of the existing record doesn't match the RowVersion property provided.");
    }

    static Refusal noMember() {
        return Refusal.of(403, "0x80072560", "The user is not a member of the organization.");
    }
}

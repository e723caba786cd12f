package io.powermigrate.testkit.solution;

/** A connection reference on a connector. */
record Reference(String logicalName, String connector) {

    void write(Xml xml) {
        xml.open("connectionreference", "connectionreferencelogicalname", logicalName);
        xml.leaf("connectionreferencedisplayname", logicalName);
        xml.leaf("connectorid", "/providers/Microsoft.PowerApps/apis/" + connector);
        xml.leaf("iscustomizable", "1")
                .leaf("statecode", "0")
                .leaf("statuscode", "1")
                .close();
    }
}

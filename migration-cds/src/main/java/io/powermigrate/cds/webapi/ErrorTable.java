package io.powermigrate.cds.webapi;

import io.powermigrate.internal.text.Shown;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the codes of Dataverse mean, and what to do about them (wire/dataverse.md, section 1.4; wire/dataverse-facts.md, C). */
final class ErrorTable {

    /** Codes, the reason as a clause, the remedy as an imperative sentence; {@code |} stands between them. */
    private static final String ROWS = """
            0x80072322 | the user has sent more than 6,000 requests in 5 minutes | Run again in 5 minutes, or with fewer requests at a time
            0x80072321 | the requests of the user have taken more than 20 minutes of work in 5 minutes | Run again in 5 minutes, or with fewer requests at a time
            0x80072326 | the user has more than 52 requests running at once | Allow fewer requests at a time, then run again
            0x80072560 | the signed-in user or application is no member of the organization, or is not known there yet | Add it as a user or an application user of the environment, wait some minutes, then run again
            0x80040217 | the object does not exist | Check that it still exists, and that the id is right
            0x80040203 | an argument is invalid; old package shapes on newer servers are refused so too | Correct what the service names, or export the package again
            0x80040216 | the service failed unexpectedly | Read the words of the service, and check layers, connectors and connection references of the component
            0x80040220 | the user lacks a privilege | Give the signed-in user or application a security role that holds the privilege that the service names
            0x80048405 | the user has no access to this record | Share the record with the user, or give a security role that reaches it
            0x80040237 | a record with the same key exists already | Update that record instead, or delete it
            0x80060892 | a record with the same alternate key exists already | Update that record instead, or delete it
            0x80040333 | a duplicate-detection rule was hit | Check the record that it is a duplicate of
            0x80060882 | the record has been changed since it was read | Read it again, then repeat the change
            0x80060883 | the version of the record was not given | Read the record, then repeat the change
            0x80060893 | this table does not keep versions of its rows | Repeat the change without a version
            0x80041103 | a column does not exist | Check the name of the column, and that its solution is installed
            0x80040265 | a plug-in stopped the operation | Ask the maker of the plug-in, or do what its words say
            0x80044150 | the database refused it | Run again later, and report it to the service if it happens again
            0x80048415 | this column needs a full-text index for that | Ask with another condition
            0x80044352 | the stamp of the metadata has expired | Read the metadata whole
            0x8004801D | components that the package needs are missing | Install the solutions that hold them, or add them to the package
            0x80048033 | the import failed | Do what the words of the service say, then import again
            0x80048034 | a solution that the package needs could not be imported | Import that solution first
            0x8004801E | the import failed at a component | Do what the words of the service say, then import again
            0x80048000, 0x80048060 | the file is no solution package, or lacks solution.xml, customizations.xml or [Content_Types].xml at its root | Export the package again
            0x8004801A | the XML of the package breaks its schema | Export the package again, or undo what was changed in it by hand
            0x8004802C, 0x80048013 | the XML of the package is damaged | Export the package again
            0x8004801F | a component that the package refers to does not exist in the environment | Add the component to the package, or install the solution that holds it
            0x8004803A | the package holds a component that its solution.xml does not name | Export the package again
            0x80041A06 | a column of the environment has another type than that of the package | Rename one of the two columns, or delete that of the environment with its data
            0x80048017 | a security role of the same name exists with another id, or its id cannot be changed | Rename the role of the environment
            0x80048018, 0x8004802F | the user may not import security roles | Give the signed-in user or application a role such as System Administrator or System Customizer
            0x80048058 | a security role holds a privilege that the environment does not know | Install the solution that the privilege belongs to, or take it out of the role
            0x80048063 | a column of a column security profile cannot be secured | Enable column security for the column, or take it out of the profile
            0x80048064 | a column of a column security profile does not exist | Add the column to the package, or take it out of the profile
            0x80048072 | a column security profile could not be imported | Do what the words of the service say, then import again
            0x80048062 | the name of a column does not begin with the prefix of the publisher | Rename the column, or give the solution its right publisher
            0x8004801C | the managed solution belongs to another publisher | Import a package of the same publisher, or uninstall the solution that is there
            0x80048038 | the solution is managed already and cannot be upgraded so | Import a higher version
            0x80048040 | the environment holds the solution as an unmanaged one, and the package is managed | Import the unmanaged package, or delete the unmanaged solution first
            0x80048041 | the environment holds the solution as a managed one, and the package is unmanaged | Import the managed package, or uninstall the managed solution first
            0x80048046 | a solution of the system cannot be imported | Leave it out
            0x80048049 | the default solution cannot be managed | Leave it out
            0x80048068 | the package was made on a newer server than this one | Export for an older version, or wait until the environment is updated
            0x80048039 | a choice that the package uses is missing | Add the choice to the package
            0x8004810C | the package holds a table twice | Export the package again
            0x80048026 | languages of the package are not enabled in the environment, and were ignored | Enable the languages if their labels are wanted, then import again
            0x80048065 | the signature of the package is wrong | Export the package again
            0x80048021, 0x80048027, 0x80048028 | a workflow could not be imported | Do what the words of the service say, then import again
            0x80045002, 0x80045003, 0x80045004 | a workflow could not be activated | Correct the workflow, then activate it by hand
            0x8004F061, 0x8004F062, 0x8004F063, 0x8004F064, 0x8004F065, 0x8004F066, 0x8004F067 | another import, export, publication or removal is running in the environment | Wait until it has ended (the solution history shows it), then run again
            0x80071151 | a previous operation with solutions is still running | Wait until it has ended (the solution history shows it), then run again
            0x80048543 | the import took too long | Import smaller packages, or run again at a quieter time
            0x8004F046 | the upgrade failed | Do what the words of the service say, then upgrade again
            0x8004853B, 0x8004853C | there is no imported upgrade to apply | Import the package as an upgrade first
            0x80048539 | an upgrade of the solution that was begun earlier is still there | Apply the upgrade that is there or delete its solution, then run again
            0x8004803C | the solution is managed by the service itself | Leave it out
            0x8004F023 | the unique name is in use | Choose another unique name
            0x8004F015 | the component cannot be customized | Leave the component out
            0x8004F011 | nothing can be made in a managed solution | Make it in an unmanaged solution
            0x80048542 | the component is in the solution already | Go on: nothing has to be done
            0x8004D293 | the required level of the column cannot be changed so | Keep the level that it has
            0x80090479 | the maximum length is out of its range | Choose a length in the range that the service names
            0x80090480 | the maximum length cannot be changed so | Keep the length that it has
            0x80090482 | the format of the column cannot be changed so | Keep the format that it has
            0x8004F043 | the name of the column differs from that of the environment in case | Spell the name as the environment does
            0x8004F50C | the profile of system administrators cannot be changed | Leave the profile out
            0x8004F502, 0x8004F504, 0x8004F507, 0x8004F508, 0x8004F50E | column security forbids it | Give the signed-in user or application a column security profile that allows it
            0x800608A4, 0x8004F039 | the behaviour of a date column was changed | Check the values of the column
            0x80050114 | the app has no site map | Add the site map of the app to the package
            0x80043E09 | the environment blocks files of this type | Allow the type in the environment's list of blocked attachments, or leave the file out
            """;

    private static final Map<String, Row> TABLE = table();

    private ErrorTable() {}

    /**
     * What one code means.
     *
     * @param reason a clause without a full stop
     * @param remedy one imperative sentence without a full stop
     */
    record Row(String reason, String remedy) {
        @Override
        public String toString() {
            return Shown.record(this);
        }
    }

    /** What a code in its one spelling means; empty where nobody knows. */
    static Optional<Row> of(String code) {
        return Optional.ofNullable(TABLE.get(code));
    }

    static Map<String, Row> all() {
        return TABLE;
    }

    private static Map<String, Row> table() {
        Map<String, Row> table = new HashMap<>();
        ROWS.lines().map(line -> line.split("\\|")).forEach(cells -> {
            for (String code : cells[0].split(",")) {
                table.put(ErrorCode.of(code), new Row(cells[1].trim(), cells[2].trim()));
            }
        });
        return Map.copyOf(table);
    }
}

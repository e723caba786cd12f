package io.powermigrate.testkit.msapp;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code AppPreviewFlagsMap}: the flags that all documents of the version have; a plus marks those that are on. */
final class PreviewFlags {
    private static final String OLDER = """
            delayloadscreens+ errorhandling enableappembeddingux blockmovingcontrol+ projectionmapping+
            usedisplaynamemetadata+ usenonblockingonstartrule+ longlivingcache useguiddatatypes+
            useexperimentalcdsconnector+ useenforcesavedatalimits+ webbarcodescanner componentauthoring+
            reliableconcurrent+ parallelcodegen datatablev2control+ nativecdsexperimental+ reactformulabar
            delaycontrolrendering useexperimentalsqlconnector+ disablecdsfileandlargeimage formuladataprefetch+
            enablerulespanel enhanceddelegation+ generatedebugpublishedapp keeprecentscreensloaded
            aibuilderserviceenrollment enableaimodelsindatapane+ dynamicschema enablerowscopeonetonexpand
            herocontrols classiccontrols enablepcfmoderndatasets+ improvedmediacapture optimizedforteamsmeeting
            behaviorpropertyui autocreateenvironmentvariables externalmessage enhancedgalleryinitialization+
            backfromhostaction enableonstartnavigate enableexcelonlinebusinessv2connector+ enableonstart+
            exportimportcomponents2+ copyandmerge allowmultiplescreensincanvaspages enablecomponentscopeoldbehavior
            enableideaspanel+ enablesaveloadcleardataonweb enablepowerautomatepane+ rtlsupport
            """;

    private static final String NEWER = """
            delayloadscreens+ errorhandling+ enableappembeddingux blockmovingcontrol+ projectionmapping+
            usedisplaynamemetadata+ usenonblockingonstartrule+ longlivingcache useguiddatatypes+
            useexperimentalcdsconnector+ useenforcesavedatalimits+ webbarcodescanner datatablev2control+
            nativecdsexperimental+ delaycontrolrendering+ useexperimentalsqlconnector+ formuladataprefetch+
            generatedebugpublishedapp keeprecentscreensloaded aibuilderserviceenrollment dynamicschema
            enablerowscopeonetonexpand herocontrols classiccontrols fluentv9controls fluentv9controlspreview+
            onegrid enablepcfmoderndatasets+ optimizedforteamsmeeting behaviorpropertyui+
            autocreateenvironmentvariables externalmessage enableonstartnavigate
            enableexcelonlinebusinessv2connector+ enableonstart+ exportimportcomponents2+ copyandmerge
            allowmultiplescreensincanvaspages enablecomponentscopeoldbehavior enablecomponentnamemaps
            enablecreateaformula+ enablesaveloadcleardataonweb+ rtlsupport improvedtabstopbehavior
            rtlinstudiopreview cdsdataformatting enablerpawarecomponentdependency+ expandedsavedatasupport+
            appinsightserrortracing appinstrumentationcorrelationtracing powerfxv1 zeroalltabindexes+
            dataverseactionsenabled+ pdffunction packagemodernruntime enablecopilotcontrol+
            enablecopilotanswercontrol+ disableruntimepolicies enablelegacybarcodescanner enabledataverseoffline
            mobilenativerendering smartemaildatacard enableupdateifdelegation+ dataflowanalysisenabled+
            showclassicthemes userdefinedtypes enableeditinmcs+ disablebehaviorreturntypecheck
            commentgeneratedformulasv2+ enablecanvasappruntimecopilot+ offlineprofilegenerationemitscolumns
            proactivecontrolrename+ sharepointselectsenabled+ adaptivepaging optimizestartscreenpublishedappload+
            loadcomponentdefinitionsondemand+ tabledoesntwraprecords+ consistentreturnschemafortabularfunctions+
            supportcolumnnamesasidentifiers+ powerfxdecimal reservedkeywords isemptyrequirestableargument+
            primaryoutputpropertycoerciondeprecated+
            """;

    private PreviewFlags() {}

    static ObjectNode json(Generation generation) {
        ObjectNode flags = Json.object();
        String all = generation.hasYaml() ? NEWER : OLDER;
        for (String flag : all.strip().split("\\s+")) {
            boolean on = flag.endsWith("+");
            flags.put(on ? flag.substring(0, flag.length() - 1) : flag, on);
        }
        return flags;
    }
}

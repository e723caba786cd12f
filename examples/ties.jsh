// What of the apps would still name the source after a migration, and where: bin/jshell --live examples/ties.jsh
Plan planOfTies = migration.plan();
boolean names(Finding finding) { // APP-112: a formula names something of the source; APP-2..: the document does
    return finding.rule().equals("APP-112") || finding.rule().startsWith("APP-2");
}
String told(Step step, Finding finding) {
    String places = finding.locations().stream().map(place -> "\n    at " + place.words()).collect(Collectors.joining());
    String paste = finding.suggestions().stream().map(each -> "\n    paste, filled in: " + each.toCode()).collect(Collectors.joining());
    return step.key() + ": " + finding.reason() + places + paste;
}
List<String> ties = (planOfTies.steps().stream()
        .flatMap(step -> step.findings().stream().filter(finding -> names(finding)).map(finding -> told(step, finding)))
        .toList());
Files.createDirectories(folder);
Files.write(folder.resolve("ties.txt"), ties);
ties.forEach(each -> System.out.println(each));
System.out.println(ties.size() + " findings: " + folder.resolve("ties.txt"));

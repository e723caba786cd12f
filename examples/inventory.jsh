// What an environment holds, as rows that a spreadsheet opens: bin/jshell --live examples/inventory.jsh
String cell(String text) {
    String harmless = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text; // else a spreadsheet takes a name for a formula
    return '"' + harmless.replace("\"", "\"\"") + '"';
}
String line(Resource each) {
    String needs = each.references().stream().map(to -> to.to().toString()).sorted().collect(Collectors.joining("; "));
    return Stream.of(each.key().type(), each.displayName(), each.id(), each.isSupplied() ? "supplied" : "", needs)
            .map(text -> cell(text)).collect(Collectors.joining(","));
}
Inventory inventory = Migration.from(source).inventory(Workspace.at(folder.resolve("work")), PowerApps.plugin(), Cds.plugin());
List<String> rows = inventory.all().stream().map(each -> line(each)).toList();
Files.createDirectories(folder);
Files.write(folder.resolve("inventory.csv"), Stream.concat(Stream.of("type,name,id,supplied,needs"), rows.stream()).toList());
System.out.println(rows.size() + " resources: " + folder.resolve("inventory.csv"));

// A plan, its page, and a mapping file with every line that it asks for: bin/jshell --live examples/plan.jsh
Plan plan = migration.plan();
show(plan);
Stream<Binding> ofItems = plan.recreate().stream().filter(item -> item.state() == RecreateItem.State.MISSING).flatMap(item -> item.lines().stream());
Stream<Binding> ofFindings = plan.steps().stream().flatMap(step -> step.findings().stream()).flatMap(finding -> finding.suggestions().stream());
Set<String> asked = new HashSet<>(); // several findings may ask for the same value
List<String> open = (Stream.concat(ofItems, ofFindings)
        .filter(each -> !each.isToBeFilledIn() || asked.add(each.type() + " " + each.from()))
        .map(each -> "// lines.add(" + each.toCode() + ");").distinct().toList());
List<String> file = new ArrayList<>();
file.add("// Lines that the plan asks for: fill in what stands between < and >, and remove the // before each line that you want. Then:");
file.add("//     /open " + folder.resolve("mapping.jsh"));
file.add("//     migration = between(source, target).mapping(mapping).build();");
file.add("List<Binding> lines = new ArrayList<>();");
file.addAll(open);
file.add("Mapping mapping = Mapping.of(lines);");
Files.write(folder.resolve("mapping.jsh"), file);
System.out.println(open.size() + " lines: " + folder.resolve("mapping.jsh"));

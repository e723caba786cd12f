DemoWorld world = DemoWorld.builtIn();
FakePowerPlatform fake = world.fake();
Endpoint source = world.source();
Endpoint target = world.target();
Migration migration = world.migration().build();
System.out.println("source, target, migration and fake are ready; try: System.out.println(migration.plan().toText())");

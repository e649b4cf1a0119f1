// threads and hooks: tries a shutdown hook.
Runtime.runtime.addShutdownHook(new Thread())

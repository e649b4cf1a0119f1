// metaclass: tries the delegate of a block.
record Task(String id, String prompt) {}
agent('a') { delegate.class.classLoader.loadClass('fellowship.script.EscapeCanary'); prompt 'x' }

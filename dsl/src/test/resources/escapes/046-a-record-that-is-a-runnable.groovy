// constructors: tries a record that is a runnable.
record Task(String id, String prompt) implements Runnable { void run() { new File('@FILE@').createNewFile() } }

// threads and hooks: tries a thread.
Thread.start { new File('@FILE@').createNewFile() }

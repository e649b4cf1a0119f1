// reflection: tries a management bean.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { java.lang.management.ManagementFactory.platformMBeanServer != null }.into jsonl('rows')

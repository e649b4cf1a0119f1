// resources: tries a sort of long texts by a slow order.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { (1..9000).collect { 'a' * 800 + it }.sort { x -> x.reverse() }.size() > 0 }.into jsonl('rows')

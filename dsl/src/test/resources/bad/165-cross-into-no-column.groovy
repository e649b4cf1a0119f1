record Task(String id, String prompt) {}
record Asked(String id, int age) {}
read(Task, 'x').cross(Asked, age: [20], gender: ['f', 'm']).into jsonl('out')

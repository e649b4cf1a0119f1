// resources: tries numbers that square.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { def a = 99999999999999999999999999999999g; def b = a * a; def c = b * b; def d = c * c; def e = d * d; def f = e * e; f * f > 0 }.into jsonl('rows')

// resources: tries a nested list that is captured.
def a = [1, 2, 3, 4, 5, 6, 7, 8, 9]
def b = [a, a, a, a, a, a, a, a, a]
def c = [b, b, b, b, b, b, b, b, b]
def d = [c, c, c, c, c, c, c, c, c]
def e = [d, d, d, d, d, d, d, d, d]
def f = [e, e, e, e, e, e, e, e, e]
def g = [f, f, f, f, f, f, f, f, f]
def h = [g, g, g, g, g, g, g, g, g]
def i = [h, h, h, h, h, h, h, h, h]
def j = [i, i, i, i, i, i, i, i, i]
def k = [j, j, j, j, j, j, j, j, j]
def l = [k, k, k, k, k, k, k, k, k]
def m = [l, l, l, l, l, l, l, l, l]
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { it.id in m }.into jsonl('rows')

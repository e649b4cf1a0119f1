def a = judge('a') { scoring from: 5, to: 1 }
def b = judge('b') { scoring from: 5 }
def c = judge('c') { scoring levels: [good: 1] }
def d = judge('d') { scoring outOf: 10, from: 1 }
def e = judge('e') { scoringAlone levels: [bad: 1, good: 1] }
def f = judge('f') { scoring levels: [bad: 1, good: 'two'] }
def g = judge('g') { expectedScore from: 3, to: 3 }

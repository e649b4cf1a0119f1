def a = judge('a') { scoring form: 1, to: 5 }
def b = judge('b') { scoring levels: 'good' }
def c = judge('c') { expectedScore outOf: 9 }
def d = judge('d') { criterion 'accuracy' }

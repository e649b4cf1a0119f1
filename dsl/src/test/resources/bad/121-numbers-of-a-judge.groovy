def a = judge('a') { samples 0; plants 2 }
def b = judge('b') { contexts 'one'; errorTypes '' }
def c = judge('c') { tools atMost: 0, 'length'; criterion weight: 0, 'style', 'Good?' }
def d = judge('d') { tools(); criterion 'style', ' ' }

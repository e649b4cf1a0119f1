def a = judge('a') { verdictFirst(); withoutReasons() }
def b = judge('b') { replyInLines(); replyInJson() }
def c = judge('c') { scoringAlone(); probabilityTrue() }
def d = judge('d') { samples 2; samples 3; certainty(); certainty() }
def e = debate('e') { bothOrders(); oneOrder() }
def f = jury('f') { settle majority; settle unanimous }

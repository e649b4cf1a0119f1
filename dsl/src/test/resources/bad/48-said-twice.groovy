def a = agent("a") { model "m"; model "n"; prompt "x" }
def j = judge("j") { bothOrders(); oneOrder(); directComparison(); scoring outOf: 5 }

void f() { about "z"; agent("a") { } }
f()
while (true) { throw new Exception("x") }

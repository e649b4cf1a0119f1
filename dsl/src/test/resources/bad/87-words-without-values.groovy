seed()
read()

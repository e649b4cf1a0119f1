// method pointers: tries a constructor reference.
def f = File::new
f('@FILE@').createNewFile()

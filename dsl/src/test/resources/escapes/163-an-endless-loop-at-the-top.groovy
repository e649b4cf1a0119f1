// resources: tries an endless loop at the top.
for (;;) { }

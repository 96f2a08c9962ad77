"""How fast it is: bounds as ratios of two things measured side by side, each with a control that breaks it.

No bound is a number of seconds: a machine that is slow or busy is so for both sides of a ratio. A control is
the same task done the naive way. When a control keeps within its bound, the measurement is dead and says so.
Memory, and the time of a child process that still runs, are read as Linux tells them.
"""

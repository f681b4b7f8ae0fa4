"""The sample press: a small press of our own on loopback, for the demo, tests and benchmarks."""

"""Tests of the charts: one module for each module of ``corpus/charts``."""

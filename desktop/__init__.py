"""Jiashu: a secure, offline desktop case tracker."""

.PHONY: run test axe attack bench

run test axe attack bench:
	@python3 dev.py $@

.PHONY: run test axe attack doors bench

run test axe attack doors bench:
	@python3 dev.py $@

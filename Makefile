.PHONY: run test axe bench

run test axe bench:
	@python3 dev.py $@

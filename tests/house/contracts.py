"""The contract that import-linter does not bring: a package that imports nothing but what is named."""

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class OnlyContract(Contract):
    """Kept while everything in `package` imports only the package itself and what is `allowed`."""

    type_name = "only"
    package = fields.StringField()
    allowed = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        modules = {self.package, *graph.find_descendants(self.package)}
        others = [
            f"{module} imports {imported}"
            for module in sorted(modules)
            for imported in sorted(graph.find_modules_directly_imported_by(module) - modules - self.allowed)
        ]
        return ContractCheck(kept=not others, metadata={"others": others})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["others"]:
            output.print_error(line)

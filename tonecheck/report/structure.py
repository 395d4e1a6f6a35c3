"""What the PDF engine leaves open in an accessible, archival file, added before it is written.

Glyphs get their characters, header cells their scope, text in page margins becomes an artifact, the
attachment is listed once, empty resource lists go, and the metadata carries the PDF/UA mark beside
the PDF/A one, with its schema described.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tonecheck.report.letters import name_characters

_UA_SCHEMA = b"""
<rdf:Description rdf:about=""
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
<rdf:Description rdf:about=""
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1" />
"""
_END = b"</rdf:RDF>"


def marked_accessible(rdf: bytes) -> bytes:
    """XMP metadata with the PDF/UA mark and the schema that PDF/A asks for with it."""
    head, end, tail = rdf.rpartition(_END)
    return head + _UA_SCHEMA + end + tail


def finish(document: Any, pdf: Any) -> None:
    """Complete the structure of a PDF the engine is about to write."""
    name_characters(document, pdf)
    tree = _Tree(pdf)
    for element in tree.elements:
        if element.get("S") == "/TH":
            in_head = tree.parent(tree.parent(element)).get("S") == "/THead"
            element["A"]["Scope"] = "/Column" if in_head else "/Row"
    tree.free_margins()
    for item in pdf.objects:
        if isinstance(item, dict) and "ExtGState" in item:
            for kind in ("Pattern", "Shading"):
                if not item.get(kind, True):
                    del item[kind]
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = list(dict.fromkeys(pdf.catalog["AF"]))


class _Tree:
    """The structure tree of a PDF in the making."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self.elements: list[Any] = [
            item
            for item in pdf.objects
            if isinstance(item, dict) and item.get("Type") == "/StructElem"
        ]

    def parent(self, element: Any) -> Any:
        return self._object(element["P"])

    def _object(self, reference: Any) -> Any:
        return self._pdf.objects[int(reference.split()[0])]

    def free_margins(self) -> None:
        """Take the elements of page margins out of the tree, and mark their text as artifact."""
        reached = {element.number for element in self._reachable()}
        loose: dict[int, set[int]] = {}
        dropped = set()
        for element in self.elements:
            if element.number in reached:
                continue
            dropped.add(bytes(element.reference))
            page = int(element["Pg"].split()[0])
            loose.setdefault(page, set()).update(k for k in element["K"] if isinstance(k, int))
        for page, numbers in loose.items():
            self._mark_artifacts(self._object(self._pdf.objects[page]["Contents"]), numbers)
        root = self._object(self._pdf.catalog["StructTreeRoot"])
        for entry in self._object(root["ParentTree"])["Nums"]:
            if isinstance(entry, list):
                entry[:] = ["null" if bytes(item) in dropped else item for item in entry]
        for element in self.elements:
            if element.number not in reached:
                element.clear()

    def _reachable(self) -> Iterator[Any]:
        root = self._object(self._pdf.catalog["StructTreeRoot"])
        waiting = [self._object(reference) for reference in root["K"]]
        while waiting:
            element = waiting.pop()
            yield element
            if element.get("Type") == "/StructElem":
                waiting += [self._object(k) for k in element["K"] if not isinstance(k, int)]

    @staticmethod
    def _mark_artifacts(stream: Any, numbers: set[int]) -> None:
        items = stream.stream
        for index, item in enumerate(items):
            if isinstance(item, dict) and item.get("MCID") in numbers:
                items[index - 1] = "/Artifact"
                del item["MCID"]
                item["Type"] = "/Pagination"

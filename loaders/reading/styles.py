"""How cells of a workbook look: as a percentage, struck through, filled with a colour of a rating."""

import re
from collections.abc import Mapping
from colorsys import rgb_to_hls
from typing import NamedTuple

from loaders.reading.xml_part import parse

NO_PERCENT_SIGN = re.compile(r'"[^"]*"|[\\_*].|\[[^]]*\]', re.DOTALL)  # quoted, escaped, a blank, a currency
THEME = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
# Of the 64 colours that Excel once had, those in which people rate; the first eight stand there twice.
INDEXED = {"2": "FF0000", "3": "00FF00", "4": "0000FF", "5": "FFFF00", "10": "FF0000", "11": "00FF00",
           "12": "0000FF", "13": "FFFF00", "16": "800000", "17": "008000", "42": "CCFFCC", "43": "FFFF99",
           "45": "FF99CC", "47": "FFCC99", "48": "3366FF", "50": "99CC00", "51": "FFCC00", "52": "FF9900",
           "53": "FF6600", "57": "339966", "58": "003300"}  # fmt: skip
# Up to which hue, in degrees, a colour goes by which name; below, round the circle, it is red again.
HUES = (
    *((19, "red"), (66, "amber"), (74, ""), (171, "green")),
    *((189, ""), (261, "blue"), (339, ""), (360, "red")),
)
PALE, GREY, BLACK = 0.97, 0.2, 0.1


class Styles(NamedTuple):
    """Numbers of the cell styles that show 0.62 as 62%, of those struck through, and of those filled with a
    colour → its name.
    """

    percentages: frozenset[str]
    struck: frozenset[str]
    filled: Mapping[str, str]


def styles_of(parts: Mapping[str, bytes]) -> Styles:
    """The styles that a workbook's parts, by their plain names, give its cells."""
    read = _Reading(_theme(parts.get("xl/theme/theme1.xml")))
    if part := parts.get("xl/styles.xml"):
        parse(part, read.start)
    percentages = {number for number, code in read.codes.items() if "%" in NO_PERCENT_SIGN.sub("", code)}
    struck = {str(place) for place, font in enumerate(read.fonts) if font}
    fills = {str(place): fill for place, fill in enumerate(read.fills) if fill}
    formats = [(str(style), each) for style, each in enumerate(read.formats)]
    return Styles(
        frozenset(style for style, each in formats if each.get("numFmtId", "0") in percentages),
        frozenset(style for style, each in formats if each.get("fontId", "0") in struck),
        {style: fills[each["fillId"]] for style, each in formats if each.get("fillId") in fills},
    )


class _Reading:
    """What of the part of styles has been read."""

    def __init__(self, theme: Mapping[str, str]) -> None:
        self.codes = {"9": "0%", "10": "0.00%"}
        self.formats: list[dict[str, str]] = []
        self.fonts: list[bool] = []
        self.fills: list[str] = []
        self._theme, self._group, self._pattern = theme, "", ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        match self._group, tag.rpartition(" ")[2]:
            case _, "numFmts" | "fonts" | "fills" | "cellStyleXfs" | "cellXfs" | "dxfs" as group:
                self._group = group
            case "numFmts", "numFmt":
                self.codes[attributes["numFmtId"]] = attributes["formatCode"]
            case "cellXfs", "xf":
                self.formats.append(attributes)
            case "fonts", "font":
                self.fonts.append(False)
            case "fonts", "strike":
                self.fonts[-1] = attributes.get("val", "1") not in ("0", "false")
            case "fills", "fill":
                self.fills.append("")
            case "fills", "patternFill":
                self._pattern = attributes.get("patternType", "")
            case "fills", "fgColor" if self._pattern == "solid":
                self.fills[-1] = colour(self._rgb(attributes))

    def _rgb(self, attributes: Mapping[str, str]) -> str:
        by_theme = self._theme.get(attributes.get("theme", ""), "")
        return attributes.get("rgb") or by_theme or INDEXED.get(attributes.get("indexed", ""), "")


def _theme(part: bytes | None) -> dict[str, str]:
    """The colours of the theme by the number that styles give them."""
    found: dict[str, str] = {}
    name = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal name
        local = tag.rpartition(" ")[2]
        if local in THEME:
            name = str(THEME.index(local))
        elif local in ("srgbClr", "sysClr") and name:
            found.setdefault(name, attributes.get("lastClr") or attributes.get("val", ""))
        else:
            name = ""

    if part is not None:
        parse(part, start)
    return found


def colour(rgb: str) -> str:
    """What a colour of six or eight hexadecimal digits is called as a rating; "" for one that is none."""
    if not re.fullmatch(r"(?i)([0-9a-f]{2})?[0-9a-f]{6}", rgb):
        return ""
    red, green, blue = (int(rgb[at : at + 2 or None], 16) / 255 for at in (-6, -4, -2))
    hue, light, full = rgb_to_hls(red, green, blue)
    if light > PALE or light < BLACK or full < GREY:
        return ""
    return next(name for most, name in HUES if hue * 360 <= most)

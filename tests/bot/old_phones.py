"""What the oldest phones that are served do not know: iOS 14.0 and Chrome 80.

The versions are those of MDN's compatibility tables.
"""

MISSING = {
    "AbortSignal.abort": "iOS 15, Chrome 93",
    "AbortSignal.any": "iOS 17.4, Chrome 116",
    "AbortSignal.timeout": "iOS 16, Chrome 103",
    "Array.fromAsync": "iOS 16.4, Chrome 121",
    "Array.prototype.at": "iOS 15.4, Chrome 92",
    "Array.prototype.findLast": "iOS 15.4, Chrome 97",
    "Array.prototype.findLastIndex": "iOS 15.4, Chrome 97",
    "Array.prototype.toReversed": "iOS 16, Chrome 110",
    "Array.prototype.toSorted": "iOS 16, Chrome 110",
    "Array.prototype.toSpliced": "iOS 16, Chrome 110",
    "Array.prototype.with": "iOS 16, Chrome 110",
    "BroadcastChannel": "iOS 15.4, Chrome 54",
    "CompressionStream": "iOS 16.4, Chrome 80",
    "Crypto.prototype.randomUUID": "iOS 15.4, Chrome 92",
    "CSSStyleSheet.prototype.replaceSync": "iOS 16.4, Chrome 73",
    "Document.prototype.startViewTransition": "iOS 18, Chrome 111",
    "Element.prototype.checkVisibility": "iOS 17.4, Chrome 105",
    "Element.prototype.replaceChildren": "iOS 14, Chrome 86",
    "Element.prototype.setHTMLUnsafe": "iOS 17.4, Chrome 124",
    "FinalizationRegistry": "iOS 14.5, Chrome 84",
    "HTMLDialogElement": "iOS 15.4, Chrome 37",
    "HTMLElement.prototype.inert": "iOS 15.5, Chrome 102",
    "HTMLElement.prototype.showPopover": "iOS 17, Chrome 114",
    "HTMLFormElement.prototype.requestSubmit": "iOS 16, Chrome 76",
    "HTMLVideoElement.prototype.requestVideoFrameCallback": "iOS 15.4, Chrome 83",
    "Intl.DisplayNames": "iOS 14.5, Chrome 81",
    "Intl.DurationFormat": "iOS 16.4, Chrome 129",
    "Intl.ListFormat": "iOS 14.5, Chrome 72",
    "Intl.Segmenter": "iOS 14.5, Chrome 87",
    "Iterator": "iOS 18.4, Chrome 122",
    "Map.groupBy": "iOS 17.4, Chrome 117",
    "Navigator.prototype.locks": "iOS 15.4, Chrome 69",
    "Navigator.prototype.setAppBadge": "iOS 16.4, Chrome 81",
    "Navigator.prototype.storage": "iOS 15.2, Chrome 55",
    "Navigator.prototype.userActivation": "iOS 16.4, Chrome 72",
    "Navigator.prototype.wakeLock": "iOS 16.4, Chrome 84",
    "Notification": "iOS 16.4, no WebView of Android",
    "Object.groupBy": "iOS 17.4, Chrome 117",
    "Object.hasOwn": "iOS 15.4, Chrome 93",
    "Promise.any": "iOS 14, Chrome 85",
    "Promise.try": "iOS 18.2, Chrome 128",
    "Promise.withResolvers": "iOS 17.4, Chrome 119",
    "Response.json": "iOS 17, Chrome 105",
    "Set.prototype.difference": "iOS 17, Chrome 122",
    "Set.prototype.intersection": "iOS 17, Chrome 122",
    "Set.prototype.isSubsetOf": "iOS 17, Chrome 122",
    "Set.prototype.union": "iOS 17, Chrome 122",
    "String.prototype.at": "iOS 15.4, Chrome 92",
    "String.prototype.isWellFormed": "iOS 16.4, Chrome 111",
    "String.prototype.replaceAll": "iOS 13.4, Chrome 85",
    "String.prototype.toWellFormed": "iOS 16.4, Chrome 111",
    "URL.canParse": "iOS 17, Chrome 120",
    "URL.parse": "iOS 18, Chrome 126",
    "WeakRef": "iOS 14.5, Chrome 84",
    "cookieStore": "iOS 18.4, Chrome 87",
    "crossOriginIsolated": "iOS 15.2, Chrome 87",
    "navigation": "no iOS of these years, Chrome 102",
    "reportError": "iOS 15.4, Chrome 95",
    "requestIdleCallback": "no iOS, Chrome 47",
    "scheduler": "no iOS, Chrome 94",
    "structuredClone": "iOS 15.4, Chrome 98",
}
"""What a script may not name, by the place where newer browsers hold it, with the versions in which it came."""

ANOTHERS = {"AbortSignal.abort", "Response.json", "URL.parse"}
"""Names that older objects have too (`answer.json()`): these are looked for together with their owner."""

SYNTAX = {
    "private_property_identifier": "a private field or method: iOS 14.5 (methods: iOS 15, Chrome 84)",
    "class_static_block": "a static block of a class: iOS 16.4, Chrome 94",
    "namespace_export": "export * as name: iOS 14.5, Chrome 72",
    "import_attribute": "import … with: iOS 17.2, Chrome 123",
    "??=": "logical assignment: iOS 14, Chrome 85",
    "||=": "logical assignment: iOS 14, Chrome 85",
    "&&=": "logical assignment: iOS 14, Chrome 85",
}
"""What the parser calls a construct that these browsers can't read: one of it and nothing of the page runs."""

PROPERTIES = {
    "inset": "iOS 14.5, Chrome 87",
    "rotate": "iOS 14.5, Chrome 104",
    "scale": "iOS 14.5, Chrome 104",
    "translate": "iOS 14.5, Chrome 104",
    "accent-color": "iOS 15.4, Chrome 93",
    "backdrop-filter": "iOS 18 without a prefix, Chrome 76",
    "content-visibility": "iOS 18, Chrome 85",
    "container-type": "iOS 16, Chrome 105",
    "padding-inline": "iOS 14.5, Chrome 87",
    "padding-block": "iOS 14.5, Chrome 87",
    "margin-inline": "iOS 14.5, Chrome 87",
    "margin-block": "iOS 14.5, Chrome 87",
    "inset-inline": "iOS 14.5, Chrome 87",
    "inset-block": "iOS 14.5, Chrome 87",
}
"""Properties without which a page would lose its shape. What only makes it finer (`text-wrap`) is not listed."""

SELECTORS = {":is", ":where", ":has", "&"}
RULES = {"layer", "container", "scope", "property", "starting-style"}


def removal() -> str:
    """A script that takes all of it out of a newer browser, before the page's own runs."""
    return f"""
      for (const path of {sorted(MISSING)!r}) {{
        const parts = path.split(".");
        const name = parts.pop();
        const owner = parts.reduce((at, part) => at && at[part], globalThis);
        if (owner) delete owner[name];
      }}
    """

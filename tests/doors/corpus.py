"""What somebody may type where a text is asked, hoping that something reads it as more than a text."""

EVIL = "evil.example"
BIDI = "\u202egnp.xss\u202c"
CORPUS = [
    # elements and attributes
    "<xss-1>",
    "<xss-2 onload=xss()>",
    '"><xss-3 a="',
    "'><xss-4 a='",
    "</title><xss-5>",
    "</textarea><xss-6>",
    "</script><xss-7>",
    "</style><xss-8>",
    "</svg><xss-9>",
    "</option></select><xss-10>",
    "--><xss-11>",
    "]]><xss-12>",
    "<script>xss()</script>",
    f"<script src=//{EVIL}/xss></script>",
    "<img src=x onerror=xss()>",
    f"<img src=http://{EVIL}/xss.png>",
    "<svg/onload=xss()>",
    f"<svg><use href=http://{EVIL}/xss#a></svg>",
    "<svg><animate onbegin=xss() attributeName=x>",
    "<math><mtext><xss-13>",
    f"<iframe src=//{EVIL}/xss>",
    "<iframe srcdoc='<xss-14>'>",
    f"<link rel=attachment href=file:///etc/passwd xss={EVIL}>",
    f"<link rel=stylesheet href=//{EVIL}/xss.css>",
    f"<style>@import '//{EVIL}/xss.css'</style>",
    f"<base href=//{EVIL}/xss/>",
    f"<meta http-equiv=refresh content='0;//{EVIL}/xss'>",
    f"<form action=//{EVIL}/xss><button>xss",
    f"<a href=//{EVIL}/xss>xss</a>",
    "<a href=javascript:xss()>xss</a>",
    f"<object data=//{EVIL}/xss>",
    "<template><xss-15></template>",
    "<?xml version='1.0'?><xss-16/>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;xss",
    "<!--xss-17",
    "<![CDATA[<xss-18>",
    "<\x00xss-19>",
    "<XSS-20 STYLE=x:expression(xss())>",
    "＜xss-21＞",
    "+ADw-xss-22+AD4-",
    "%3Cxss-23%3E",
    "&lt;xss-24&gt;",
    "&#60;xss-25&#62;",
    "\\u003cxss-26\\u003e",
    # attributes alone
    '" onfocus=xss() autofocus x="',
    "' onfocus=xss() autofocus x='",
    f"x style=background:url(//{EVIL}/xss)",
    "` onload=xss() `",
    # templates and formats
    "{{7919*7927}}xss",
    "{% for xss in [1] %}{{7919*7927}}{% endfor %}",
    "${7919*7927}xss",
    "#{7919*7927}xss",
    "<%= 7919*7927 %>xss",
    "{0.__class__}{name}{count}xss",
    "%(name)s%s%n%xss",
    "{organisation}xss",
    "datum.xss || (7919*7927)",
    # addresses
    "javascript:xss()",
    "data:text/html,<xss-27>",
    f"http://{EVIL}/xss",
    f"//{EVIL}/xss",
    f"mailto:xss@{EVIL}",
    # what turns a text around or cannot be seen
    BIDI,
    "\u2066xss\u2069",
    "x\u200bs\u200ds\ufeff",
    "xss\u00ad\u2028\u2029",
    "\x1b[31mxss\x07\x08",
    "xss\r\nSet-Cookie: a=b",
    # spreadsheets and papers
    f'=HYPERLINK("http://{EVIL}/xss")',
    "=1+xss",
    "+xss|' /C calc'!A0",
    "-2+3+xss",
    "@SUM(xss)",
    "\t=xss",
    "\r=xss",
    "＝xss",
    '";=xss;"',
    "xss,=xss",
    "\\input{/etc/passwd}xss",
    "$\\write18{xss}$",
    "#xss ![](http://evil.example/xss)",
    "| xss | *x* _x_ `x` [xss](javascript:xss())",
    # languages
    "xss أبجد 漢字 \U0001f600 e\u0301\u0301\u0301\u0301",
]
TOGETHER = "'\"></a></title></script></textarea><xss-0 onx=xss()>{{7919*7927}}"
"""For where there is only one text; no name is longer."""
COMPUTED = ("62773913", "62,773,913", "62.773.913")
"""What a template would make of the sums in it."""
INVISIBLE = (
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\ufeff",
    *"\x00\x1b\x07\x08\u2028\u2029",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
"""What a spreadsheet takes for the beginning of a formula."""

"""The countries as FollowTheMoney writes them: ISO 3166-1 codes of two letters in small letters,"
" former states in its own way."""

from __future__ import annotations

from collections.abc import Mapping

_PAIRS = (
    "AFG:af AGO:ao ALB:al AND:ad ARE:ae ARG:ar ARM:am ATG:ag AUS:au AUT:at AZE:az BDI:bi BEL:be BEN:bj BFA:bf "
    "BGD:bd BGR:bg BHR:bh BHS:bs BIH:ba BLR:by BLZ:bz BOL:bo BRA:br BRB:bb BRN:bn BTN:bt BWA:bw CAF:cf CAN:ca "
    "CHE:ch CHL:cl CHN:cn CIV:ci CMR:cm COD:cd COG:cg COL:co COM:km CPV:cv CRI:cr CSK:cshh CUB:cu CYP:cy CZE:cz "
    "DDR:dd DEU:de DJI:dj DMA:dm DNK:dk DOM:do DZA:dz ECU:ec EGY:eg ERI:er ESH:eh ESP:es EST:ee ETH:et FIN:fi "
    "FJI:fj FRA:fr GAB:ga GBR:gb GEO:ge GHA:gh GIN:gn GMB:gm GNB:gw GNQ:gq GRC:gr GRD:gd GTM:gt GUY:gy HKG:hk "
    "HND:hn HRV:hr HTI:ht HUN:hu IDN:id IND:in IRL:ie IRN:ir IRQ:iq ISL:is ISR:il ITA:it JAM:jm JOR:jo JPN:jp "
    "KAZ:kz KEN:ke KGZ:kg KHM:kh KIR:ki KOR:kr KWT:kw LAO:la LBN:lb LBR:lr LBY:ly LIE:li LKA:lk LSO:ls LTU:lt "
    "LUX:lu LVA:lv MAR:ma MDA:md MDG:mg MDV:mv MEX:mx MHL:mh MKD:mk MLI:ml MLT:mt MMR:mm MNE:me MNG:mn MOZ:mz "
    "MRT:mr MUS:mu MWI:mw MYS:my NAM:na NER:ne NGA:ng NIC:ni NLD:nl NOR:no NPL:np NZL:nz OMN:om PAK:pk PAN:pa "
    "PER:pe PHL:ph PNG:pg POL:pl PRK:kp PRT:pt PRY:py PSE:ps QAT:qa ROU:ro RUS:ru RWA:rw SAU:sa SDN:sd SEN:sn "
    "SGP:sg SLB:sb SLE:sl SLV:sv SOM:so SRB:rs SSD:ss STP:st SUN:suhh SUR:sr SVK:sk SVN:si SWE:se SWZ:sz SYC:sc "
    "SYR:sy TCD:td TGO:tg THA:th TJK:tj TKM:tm TLS:tl TON:to TTO:tt TUN:tn TUR:tr TWN:tw TZA:tz UGA:ug UKR:ua "
    "URY:uy USA:us UZB:uz VAT:va VEN:ve VNM:vn VUT:vu WSM:ws XKX:xk YEM:ye YUG:yucs ZAF:za ZMB:zm ZWE:zw "
)
COUNTRIES: Mapping[str, str] = {pair[:3]: pair[4:] for pair in _PAIRS.split()}
"""The code of FollowTheMoney by the ISO 3166-1 code of three letters."""

"""Sentences written to tell one relation each, or none, and what they tell: kind, one, other, and a mark.

The mark is "?" for a hedge, "-" for a relation that is over, "" for one that is told plainly.
"""

from __future__ import annotations

Told = tuple[str, str, str, str]

TOLD: dict[str, list[Told]] = {
    "Baitullah Mehsud, leader of the Taliban, rejected the offer.": [
        ("in_charge_of", "Baitullah Mehsud", "the Taliban", "")
    ],
    "Noor Wali Mehsud, who heads the Pakistani Taliban, issued a statement.": [
        ("in_charge_of", "Noor Wali Mehsud", "the Pakistani Taliban", "")
    ],
    "The M23 movement, led by Bertrand Bisimwa, welcomed the mediation.": [
        ("in_charge_of", "Bertrand Bisimwa", "The M23 movement", "")
    ],
    "The rebels, who are commanded by Salva Okello, left the camp.": [
        ("in_charge_of", "Salva Okello", "The rebels", "")
    ],
    "Ahmed Shahid is the head of the militia.": [("in_charge_of", "Ahmed Shahid", "the militia", "")],
    "Ahmed Shahid is believed to be the leader of the militia.": [
        ("in_charge_of", "Ahmed Shahid", "the militia", "?")
    ],
    "Ahmed Shahid, the former leader of the militia, was arrested.": [
        ("in_charge_of", "Ahmed Shahid", "the militia", "-")
    ],
    "Ahmed Shahid is not the leader of the militia.": [],
    "Ahmed Shahid is no longer the leader of the militia.": [("in_charge_of", "Ahmed Shahid", "the militia", "-")],
    "Ahmed Shahid, the alleged leader of the militia, was arrested.": [
        ("in_charge_of", "Ahmed Shahid", "the militia", "?")
    ],
    "Ahmed Shahid claims to lead the militia.": [("in_charge_of", "Ahmed Shahid", "the militia", "?")],
    "Government troops seized the town of Kidal.": [("in_charge_of", "Government troops", "the town of Kidal", "")],
    "The rebels have taken control of Goma.": [("in_charge_of", "The rebels", "Goma", "")],
    "Juan Ruiz, a member of the FARC, was freed.": [("part_of", "Juan Ruiz", "the FARC", "")],
    "Juan Ruiz, an ELN commander, was freed.": [("part_of", "Juan Ruiz", "ELN", "")],
    "ELN commander Juan Ruiz was freed.": [("part_of", "ELN commander Juan Ruiz", "ELN", "")],
    "Juan Ruiz, said to be a member of the ELN, was freed.": [("part_of", "Juan Ruiz", "the ELN", "?")],
    "Juan Ruiz denied being a member of the ELN.": [],
    "Juan Ruiz used to be a member of the ELN.": [("part_of", "Juan Ruiz", "the ELN", "-")],
    "Juan Ruiz left the ELN last year.": [("part_of", "Juan Ruiz", "the ELN", "-")],
    "Juan Ruiz was expelled from the ELN.": [("part_of", "Juan Ruiz", "the ELN", "-")],
    "Juan Ruiz joined the ELN in 1999.": [("part_of", "Juan Ruiz", "the ELN", "")],
    "Juan Ruiz refused to join the ELN.": [],
    "Ansaru, a splinter group of Boko Haram, freed the hostages.": [("part_of", "Ansaru", "Boko Haram", "-")],
    "Ansaru broke away from Boko Haram in 2012.": [("part_of", "Ansaru", "Boko Haram", "-")],
    "The brigade belongs to the Wagner group.": [("part_of", "The brigade", "the Wagner group", "")],
    "The brigade, which is part of the Free Syrian Army, withdrew.": [
        ("part_of", "The brigade", "the Free Syrian Army", "")
    ],
    "The Qassam Brigades, the armed wing of Hamas, fired rockets.": [("part_of", "The Qassam Brigades", "Hamas", "")],
    "The militia is linked to Iran.": [("part_of", "The militia", "Iran", "?")],
    "The militia denied links to Iran.": [],
    "The militia is loyal to Khalifa Haftar.": [],
    "Fighters loyal to the government withdrew.": [("part_of", "Fighters", "the government", "")],
    "The militia is allied with the army.": [("allied_with", "The militia", "the army", "")],
    "The militia, which is backed by Iran, fired rockets.": [("allied_with", "Iran", "The militia", "")],
    "The Iran-backed militia fired rockets.": [("allied_with", "Iran", "The Iran-backed militia", "")],
    "The militia is reportedly backed by Iran.": [("allied_with", "Iran", "The militia", "?")],
    "The militia fought alongside the army.": [("allied_with", "The militia", "the army", "")],
    "The militia is no longer allied with the army.": [("allied_with", "The militia", "the army", "-")],
    "The militia is not allied with the army.": [],
    "The army is fighting the rebels.": [("opposed_to", "The army", "the rebels", "")],
    "The army is at war with the rebels.": [("opposed_to", "The army", "the rebels", "")],
    "The army launched an offensive against the rebels.": [("opposed_to", "The army", "the rebels", "")],
    "Fighting between the army and the rebels killed six people.": [("opposed_to", "the army", "the rebels", "")],
    "The army clashed with the rebels.": [("opposed_to", "The army", "the rebels", "")],
    "The army is not fighting the rebels.": [],
    "The Lord's Resistance Army (LRA) freed the hostages.": [("same_as", "The Lord's Resistance Army", "LRA", "")],
    "Ahmed Shahid, also known as Abu Omar, was arrested.": [("same_as", "Ahmed Shahid", "Abu Omar", "")],
    "The US-led coalition welcomed the truce.": [("in_charge_of", "US", "The US-led coalition", "")],
    "The talks were held in Doha on Monday.": [],
    "The government and the rebels held talks.": [],
}

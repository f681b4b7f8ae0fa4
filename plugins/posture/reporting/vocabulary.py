"""The closed words of claims in both languages: what happened, and as what soldiers are there."""

from __future__ import annotations

from collections.abc import Mapping

# word of a claim -> (English, Arabic)
EVENTS: Mapping[str, tuple[str, str]] = {
    "agreement": ("agreement", "اتفاق"),
    "arrival": ("arrival", "وصول"),
    "attack": ("attack", "هجوم"),
    "attacks": ("attacks", "هجمات"),
    "bombing": ("bombing", "تفجير"),
    "call": ("telephone call", "اتصال هاتفي"),
    "change": ("change", "تغيير"),
    "closed": ("closed", "إغلاق"),
    "condemnation": ("condemnation", "إدانة"),
    "departure": ("departure", "مغادرة"),
    "deployment": ("deployment", "نشر قوات"),
    "drone_attack": ("drone attack", "هجوم بطائرة مسيرة"),
    "end_of_mission": ("end of the mission", "انتهاء المهمة"),
    "faster": ("speeding up", "تسريع"),
    "handed_over": ("handed over", "تسليم"),
    "handover": ("handover", "تسليم"),
    "law": ("law", "قانون"),
    "letter": ("letter", "رسالة"),
    "link_to_attacks": ("linked to attacks", "ربط بالهجمات"),
    "meeting": ("meeting", "اجتماع"),
    "missile_attack": ("missile attack", "هجوم بصواريخ"),
    "mortar_attack": ("mortar attack", "هجوم بقذائف هاون"),
    "need": ("whether they are needed", "الحاجة إليها"),
    "opened": ("opened", "افتتاح"),
    "permanent_bases": ("permanent bases", "قواعد دائمة"),
    "presence": ("presence", "الوجود العسكري"),
    "presence_discussed": ("presence discussed", "بحث الوجود العسكري"),
    "protection": ("protection", "حماية"),
    "redeployment": ("redeployment", "إعادة انتشار"),
    "reduction": ("reduction", "تقليص"),
    "reinforced": ("reinforced", "تعزيز"),
    "resolution": ("resolution", "قرار"),
    "return": ("return", "عودة"),
    "rocket_attack": ("rocket attack", "هجوم صاروخي"),
    "round": ("round of talks", "جولة محادثات"),
    "shoot_down": ("shot down", "إسقاط"),
    "strike": ("strike", "ضربة"),
    "talks": ("talks", "محادثات"),
    "talks_on_withdrawal": ("talks on withdrawal", "محادثات بشأن الانسحاب"),
    "transition": ("transition", "انتقال"),
    "vacated": ("vacated", "إخلاء"),
    "visit": ("visit", "زيارة"),
    "vote": ("vote", "تصويت"),
    "withdrawal": ("withdrawal", "انسحاب"),
}
# what is counted, in the plural: "rocket attacks: 7"
COUNTED: Mapping[str, tuple[str, str]] = {
    "attack": ("attacks", "هجمات"),
    "bombing": ("bombings", "تفجيرات"),
    "drone_attack": ("drone attacks", "هجمات بطائرات مسيرة"),
    "missile_attack": ("missile attacks", "هجمات بصواريخ"),
    "mortar_attack": ("mortar attacks", "هجمات بقذائف هاون"),
    "rocket_attack": ("rocket attacks", "هجمات صاروخية"),
    "round": ("rounds of talks", "جولات محادثات"),
    "strike": ("strikes", "ضربات"),
}
ROLES: Mapping[str, tuple[str, str]] = {
    "advisers": ("advisers", "مستشارون"),
    "contractors": ("contractors", "متعاقدون"),
    "engineers": ("engineers", "مهندسون"),
    "marines": ("marines", "مشاة البحرية"),
    "special_forces": ("special forces", "قوات خاصة"),
    "trainers": ("trainers", "مدربون"),
    "troops": ("troops", "جنود"),
}

"""Companies that write in other scripts: names of organisation, person and initiative, and a sentence."""

import json
from datetime import date
from functools import lru_cache

from assessment.answers.records import Assessment
from report.build.report import build_report
from report.model.report import Report
from tests.paths import EXAMPLE
from tests.texts import real_instrument

AS_OF = date(2026, 11, 22)
TEXTS = {
    "Arabic": (
        "شركة الخليج للطاقة المتجددة",
        "محمد عبد الله الحربي",
        "مساعد خدمة العملاء الذكي",
        "نستخدم Copilot منذ 12 شهرًا في قسم المبيعات، والنتيجة أفضل مما توقعنا عند البداية بكثير.",
    ),
    "Hebrew": (
        "חברת החשמל הצפונית בע״מ",
        "נועה בן־דוד",
        "תחזית ביקוש לחלקי חילוף",
        "אנחנו בודקים את התוצאות בכל שבוע, ומשווים אותן עם 12 החודשים הקודמים לפני כל החלטה.",
    ),
    "Devanagari": (
        "नॉर्थगेट उपकरण प्राइवेट लिमिटेड",
        "श्रीमती लक्ष्मी क्षत्रिय",
        "ग्राहक सेवा सहायक",
        "हम हर सप्ताह उत्तरों की जाँच करते हैं और ग़लतियाँ प्रबंधन को बताई जाती हैं।",
    ),
    "Simplified Chinese": (
        "北方机床制造有限公司",
        "王小明",
        "客户服务智能助手",
        "我们每周检查一次答案，并把发现的错误（包括很小的错误）告诉管理层，然后再决定是否继续使用。",
    ),
    "Traditional Chinese": (
        "臺灣北門工具股份有限公司",
        "陳怡君",
        "客服智慧助理",
        "我們每週檢查一次答案，並把發現的錯誤告訴管理階層，然後再決定是否繼續使用這個系統。",
    ),
    "Japanese": (
        "株式会社ノースゲート工具",
        "山田 太郎",
        "見積書の自動作成",
        "毎週、製造部と情報システム部が回答を確認し、見つかった誤りを「経営会議」で報告しています。",
    ),
    "Korean": (
        "노스게이트 공구 주식회사",
        "김민수",
        "견적서 자동 작성",
        "매주 답변을 확인하고 발견된 오류를 경영진에게 보고한 다음 계속 사용할지 결정합니다.",
    ),
    "Emoji": (
        "Northgate 🚀 Tools 🇩🇪",
        "Marta 👍 Lindqvist",
        "Robots 🤖 on line 2 🏭",
        "We ship 📦 on Mondays, ❤️‍🔥 is what customers write, and 1️⃣ of 3️⃣ lines is done ✅.",
    ),
    "Thai": (
        "บริษัท ปูนซิเมนต์เหนือ จำกัด",
        "สมชาย ใจดี",
        "ผู้ช่วยบริการลูกค้า",
        "เราตรวจสอบคำตอบทุกสัปดาห์และแจ้งข้อผิดพลาดที่พบให้ผู้บริหารทราบ",
    ),
    "Tamil": (
        "வடக்கு கருவிகள் நிறுவனம்",
        "ஸ்ரீதேவி முருகன்",
        "வாடிக்கையாளர் சேவை உதவியாளர்",
        "ஒவ்வொரு வாரமும் பதில்களைச் சரிபார்த்து, பிழைகளை மேலாண்மைக்குத் தெரிவிக்கிறோம்.",
    ),
    "Bengali": (
        "উত্তর যন্ত্রপাতি লিমিটেড",
        "শ্রীমতী লক্ষ্মী রায়",
        "গ্রাহক সেবা সহায়ক",
        "আমরা প্রতি সপ্তাহে উত্তরগুলি পরীক্ষা করি এবং ভুলগুলি ব্যবস্থাপনাকে জানাই।",
    ),
    "Georgian": (
        "ჩრდილოეთის ხელსაწყოები",
        "ნინო ბერიძე",
        "მომხმარებელთა დამხმარე",
        "ყოველ კვირა ვამოწმებთ პასუხებს და შეცდომებს ხელმძღვანელობას ვატყობინებთ.",
    ),
    "Armenian": (
        "Հյուսիսային գործիքներ",
        "Անի Սարգսյան",
        "Հաճախորդների օգնական",
        "Ամեն շաբաթ ստուգում ենք պատասխանները և սխալների մասին հայտնում ղեկավարությանը։",
    ),
    "Greek": (
        "Βόρεια Εργαλεία Α.Ε.",
        "Ελένη Παπαδοπούλου",
        "Βοηθός εξυπηρέτησης",
        "Ελέγχουμε τις απαντήσεις κάθε εβδομάδα και ενημερώνουμε τη διοίκηση.",
    ),
    "Cyrillic": (
        "ООО «Северные ворота»",
        "Ђорђе Љубић",
        "Помощник службы поддержки",
        "Щомíсяця їздимо на об’єкти й перевіряємо відповіді.",
    ),
    "Vietnamese": (
        "Công ty Cổ phần Điện lực Hà Nội",
        "Nguyễn Thị Thuỳ Dương",
        "Trợ lý chăm sóc khách hàng",
        "Chúng tôi kiểm tra các câu trả lời mỗi tuần và báo lỗi cho ban giám đốc.",
    ),
    "Polish": (
        "Zażółć Gęślą Jaźń Sp. z o.o.",
        "Łucja Żółkiewska",
        "Asystent obsługi klienta",
        "Co tydzień sprawdzamy odpowiedzi i zgłaszamy błędy zarządowi: ≥ 95 % → ✓, 12 zł, ₿, ₹, ₺.",
    ),
}
"""Organisation, person, initiative and sentence, by script."""
BACKWARD = ("Arabic", "Hebrew")
"""Scripts written from right to left."""


@lru_cache(maxsize=len(TEXTS))
def company_in(script: str) -> Report:
    """The example with names and sentences in this script."""
    organisation, person, initiative, sentence = TEXTS[script]
    data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    data["organisation"]["name"] = organisation
    data["respondents"][0]["name"] = person
    data["initiatives"][0] |= {"name": initiative, "expected_result": sentence, "metric": initiative}
    data["use_cases"][0] |= {"name": initiative, "metric": initiative}
    data["ai_uses"][0] |= {"name": initiative, "note": sentence, "vendor": organisation}
    data["agreed"]["OPS-1"]["note"] = sentence
    data["commitments"][0]["metric"] = initiative
    data["roadmap"]["moves"][0]["milestone"] = sentence
    return build_report(
        real_instrument(), Assessment.model_validate(data), AS_OF, confidentiality=organisation
    )

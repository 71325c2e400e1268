# Navigation
customers = Клиенты
all-prospects = Все перспективные клиенты
all-customers = Все клиенты
customer-hierarchies = Иерархии клиентов
commerce-it = ИТ розничной торговли и Commerce
where-is-my-request = Где мой запрос
distribution-schedule = График распределения
batch-jobs = Пакетные задания
email-history = Журнал электронной почты
setup = Настройка
email-templates = Шаблоны электронной почты
number-sequences = Номерные серии
legal-entities = Юридические лица

# Lists
view-undecided = Ожидают решения
view-approved = Утвержденные
view-rejected = Отклоненные
view-partners = Деловые партнеры
view-organizations = Организации
view-persons = Физические лица
view-mail-failed = С ошибкой
view-mail-queued = Ожидают отправки
view-mail-captured = Перехваченные
prospects-empty = Здесь появляются компании, которые просят в магазине стать деловыми партнерами.
customers-empty = Здесь появляются организации и физические лица, с которыми торгует компания.
customer-hierarchies-empty = Утвержденный деловой партнер получает иерархию со своими сотрудниками.
email-history-empty = Здесь появляются сообщения заявителям и партнерам.
email-templates-empty = Здесь появляются шаблоны сообщений.
number-sequences-empty = Здесь появляются номерные серии компаний.
legal-entities-empty = Здесь появляются компании.
waiting-in-store = { $count ->
    [one] { $count } запрос в магазине ожидает задания P-0001.
    [few] { $count } запроса в магазине ожидают задания P-0001.
    [many] { $count } запросов в магазине ожидают задания P-0001.
   *[other] { $count } запросов в магазине ожидают задания P-0001.
}
waiting-in-headquarters = { $count ->
    [one] { $count } запрос получен и ожидает превращения в перспективного клиента.
    [few] { $count } запроса получены и ожидают превращения в перспективных клиентов.
    [many] { $count } запросов получено и ожидают превращения в перспективных клиентов.
   *[other] { $count } запросов получено и ожидают превращения в перспективных клиентов.
}

# Prospect
convert-approve = Утвердить
convert-reject = Отклонить
approve = Утвердить
reject = Отклонить
start-review = Начать рассмотрение
review-started = Перспективный клиент на рассмотрении.
edit = Изменить
edit-title = Изменение: { $name }
company = Компания
type-b2b-prospect = Перспективный клиент B2B
requestor = Заявитель
comments = Комментарии
decision = Решение
history = История
checks = Проверки перед решением
where-it-is = Где сейчас
follow = Проследить запрос
note-in-review = Кто-то уже работает над этим. Решение еще можно принять здесь; действует первое решение, и другая сторона узнает о нем.
note-approved = Утверждено: { $by }, { $place }, { $at }.
note-rejected = Отклонено: { $by }, { $place }, { $at }.
check-email-free = Никто другой не входит с этим адресом электронной почты.
check-email-in-use = Этот адрес электронной почты уже принадлежит другому лицу:
check-organization-new = Нет клиента с таким же именем или налоговым номером.
check-organization-known = Есть клиент с таким же именем или налоговым номером:
check-prospect-single = Похожих перспективных клиентов нет.
check-prospect-alike = У другого перспективного клиента такое же имя, налоговый номер или адрес:
check-possible-duplicate = Магазин уже видел более ранний запрос той же компании:
decided-meanwhile = Решение по этому перспективному клиенту уже принято. Ничего не изменено.
approve-title = Утвердить: { $name }?
approve-consequences = Tandem создаст клиента-организацию, клиента-физическое лицо ({ $name }) и иерархию клиентов; администратор: { $name }.
approve-mail = Письмо уйдет, как только заработает вход, обычно в течение минуты.
approve-organization = Организация —
approve-new-organization = Новый клиент
approve-email-in-use = Адрес электронной почты заявителя уже служит для входа:
approve-join = Это лицо присоединяется к новому партнеру как администратор
approve-join-organization = Если эта организация уже партнер, заявитель становится одним из ее администраторов
approve-usual = Как обычно
organization-in-use = Клиент { $account } уже партнер или относится к другому перспективному клиенту. Сделайте заявителя одним из его администраторов или выберите другого клиента.
approved-now = Утверждено. Клиенты и иерархия созданы.
approved-already = Уже было утверждено. Ничего не выполнено дважды.
reject-title = Отклонить: { $name }?
reject-several-title = { $count ->
    [one] Отклонить { $count } перспективного клиента?
    [few] Отклонить { $count } перспективных клиентов?
    [many] Отклонить { $count } перспективных клиентов?
   *[other] Отклонить { $count } перспективных клиентов?
}
reject-consequences = Заявитель узнает по электронной почте, без причины. Решение передается и в Sales.
reason = Причина
comment = Комментарий
comment-hint = Для записи; заявителю не отправляется.
choose-reason = Выберите причину из списка.
rejected-now = Отклонено. Письмо отправляется.
rejected-already = Уже было отклонено. Ничего не выполнено дважды.
rejected-several = { $count ->
    [one] Отклонен { $count } перспективный клиент.
    [few] Отклонены { $count } перспективных клиента.
    [many] Отклонено { $count } перспективных клиентов.
   *[other] Отклонено { $count } перспективных клиентов.
}
not-rejected = { $count ->
    [one] { $count } — нет:
    [few] { $count } — нет:
    [many] { $count } — нет:
   *[other] { $count } — нет:
}
nothing-to-reject = Ни одного нельзя отклонить: решения уже приняты.
prospects-not-found = Этих перспективных клиентов больше нет или они вам не видны. Выберите других в списке.
refused-approved-before = Перспективный клиент { $prospect } уже утвержден ({ $by }, { $place }, { $at }). Это решение в силе.
refused-rejected-before = Перспективный клиент { $prospect } уже отклонен ({ $by }, { $place }, { $at }). Это решение в силе.
unfit-customer = Клиента { $account } нельзя использовать здесь. Выберите другого.
email-in-use = { $email } уже служит для входа клиенту { $account } и может принадлежать только одному лицу. Присоедините { $account } к новому партнеру или исправьте один из адресов.
refused-ProspectAlreadyDecided = По этому перспективному клиенту решение принято, и изменить его нельзя. Измените его клиентов.

# Where it is
trail-received = Запрос принят: { $store }
trail-terms = Принята версия { $version } условий
trail-waits-for-job = Ожидает задания { $job }
trail-pulled = Получен из магазина
trail-failed = Последняя попытка не удалась: { $why }
trail-prospect = Перспективный клиент { $number }
trail-lead-in-step = Интерес создан, и обе стороны совпадают.
trail-lead-waiting = В пути в Sales
trail-lead-failed = Sales отказал. Нужно, чтобы кто-то посмотрел.
trail-decision = Решение
trail-undecided = Еще никто не начал
trail-in-review = На рассмотрении
trail-decided-by = { $by }, { $place }
trail-store-knows = Заявитель видит решение
trail-store-waits = Магазин узнает при следующем запуске
open-lead = Открыть интерес
open-dual-write = Открыть в двойной записи
open-prospect = Открыть перспективного клиента
open-mail = Открыть сообщение
requests-about = Проследите запрос через магазин, штаб-квартиру, двойную запись и Sales.
requests-search = Номер, компания или почта
requests-empty = Запросы появляются здесь, как только магазин их примет.
requests-cut = Показаны только самые новые. Остальные можно найти поиском.
request = Запрос
reference = Номер
received-at = Получен
place-store = В магазине
place-headquarters = В штаб-квартире, ожидает
place-failed = Ошибка в штаб-квартире
place-gone = Перспективный клиент не виден

# Customers and hierarchies
general = Общие
address = Адрес
credit-and-invoice = Кредит и счета
memo = Заметки
b2b = B2B
credit-used = Использованный кредит
credit-used-of = { $used } из { $limit }
structure = Структура
members = Участники
members-empty = Пока никто не действует от имени этой организации.
members-count = { $count ->
    [one] { $count } участник
    [few] { $count } участника
    [many] { $count } участников
   *[other] { $count } участников
}
members-waiting = { $count ->
    [one] { $count } ожидает задания 1010
    [few] { $count } ожидают задания 1010
    [many] { $count } ожидают задания 1010
   *[other] { $count } ожидают задания 1010
}
waits-for-1010 = Ожидает задания 1010
no-spending-limit = без лимита
spending-limit = Лимит расходов
member-name = Имя
member-role = Роль
member-status = Состояние
member-customer = Клиент
member-invoice-account = Счет для накладных

# History
history-system = Система
history-created = Создано
history-changed = Изменено
history-deleted = Удалено
history-erased = Персональные данные стерты
history-more = { $count ->
    [one] и еще { $count } столбец
    [few] и еще { $count } столбца
    [many] и еще { $count } столбцов
   *[other] и еще { $count } столбцов
}

# Jobs
job-p-0001 = P-0001 (Транзакции канала)
job-p-0001-about = Переносит запросы, изменения пользователей и просьбы о пароле из магазина в штаб-квартиру.
job-1010 = 1010 (Клиенты)
job-1010-about = Сообщает магазину, каких клиентов ему знать, и открывает вход новым людям.
job-1110 = 1110 (Глобальная конфигурация)
job-1110-about = Сообщает магазину, какие функции включены.
job-synchronize-customers = Синхронизация клиентов и запросов каналов
job-synchronize-orders = Синхронизация заказов и запросов каналов
job-synchronize-async = Синхронизация клиентов и деловых партнеров из асинхронного режима
job-synchronize-about = Превращает полученные запросы в перспективных клиентов и сообщает магазину их состояние.
job-mail = Обработка уведомлений по электронной почте
job-mail-about = Отправляет ожидающие сообщения и повторяет те, что не удалось передать.
job-change-log = Очистка журнала изменений
job-change-log-about = Удаляет то, что прочитали все читатели журнала изменений и что старше недели.
run-now = Запустить сейчас
define-recurrence = Задать повторение
withhold = Приостановить
resume-job = Возобновить
job-ran = { $job }: выполнено { $done }, с ошибкой { $failed }, пропущено { $skipped }.
job-busy = { $job } уже выполняется. Дождитесь окончания.
job-failed = { $job } прервано. Причина указана в истории.
job-withheld = { $job } теперь запускается только вручную.
job-resumed = { $job } снова запускается само.
next-run-withheld = Только вручную
batch-job-history = Журнал пакетных заданий
runs-all = Все
runs-errors = Ошибки
runs-empty = Запуск, не нашедший работы, не оставляет записи, если его не запросили.
run-started = Начало
run-status = Состояние
run-trigger = Запущено
run-duration = Длительность
run-done = Выполнено
run-failed = С ошибкой
run-skipped = Пропущено
run-rows = Строки запуска
run-row = Строка
run-outcome = Результат
run-message = Сообщение
run-no-rows = У этого запуска не было работы.
run-left-out = { $count ->
    [one] еще { $count } строка только учтена
    [few] еще { $count } строки только учтены
    [many] еще { $count } строк только учтено
   *[other] еще { $count } строк только учтено
}
seconds-short = { $seconds } с
ended-with-failures = Завершено, есть ошибки
recurrence-title = Повторение: { $job }
recurrence-about = Кроме повторения, задание запускается в течение секунды при появлении работы, если сервер не настроен иначе.
runs-when = Запускается
every-minutes = { $count ->
    [1] Каждую минуту
    [one] Каждую { $count } минуту
    [few] Каждые { $count } минуты
    [many] Каждые { $count } минут
   *[other] Каждые { $count } минут
}
every-hours = { $count ->
    [1] Каждый час
    [one] Каждый { $count } час
    [few] Каждые { $count } часа
    [many] Каждые { $count } часов
   *[other] Каждые { $count } часов
}
daily-at = Ежедневно в { $time } UTC
recurrence-own = По выражению ниже
recurrence-expression = Выражение cron
recurrence-hint = Минута, час, день, месяц и день недели, в UTC: 30 4 * * 1 — по понедельникам в 04:30.
recurrence-set = Повторение задано.
recurrence-stale = Повторение тем временем изменили. Сейчас сохранено: { $theirs }. У вас: { $yours }. Повторное сохранение заменит его вашим.
refused-InvalidRecurrence = Такое повторение нельзя прочитать или оно никогда не наступит. Укажите минуту, час, день, месяц и день недели, например */5 * * * *.

# Mail
mail-request-received = Запрос на регистрацию получен
mail-prospect-approved = Перспективный клиент B2B утвержден
mail-prospect-rejected = Перспективный клиент B2B отклонен
mail-user-added = Пользователь B2B добавлен
mail-password-reset = Сброс пароля
message = Сообщение
mail-html = Как страница
mail-text = Как обычный текст
mail-failure = Не удалось передать:
mail-links-hidden = Личные ссылки показаны без секретной части и здесь ничего не открывают.
mail-captured = Это сообщение никто не получил: почтовый сервер не задан. Задайте mail.transport (TANDEM_MAIL_TRANSPORT) равным smtp и mail.host, затем отправьте его снова.
mail-captured-demo = Это демонстрация: письма из нее не уходят, поэтому ссылки работают здесь.
resend = Отправить снова
resend-title = Отправить это сообщение снова?
resend-consequences = Тот же текст уйдет еще раз: «{ $subject }». Первое сообщение останется в журнале.
resend-hint = Исправьте адрес, если он был неверным. Получатель сможет открыть ссылки из сообщения.
recipient = Получатель
resent = Сообщение снова отправляется на { $recipient }.
resend-queued = Это сообщение и так ожидает отправки. Дождитесь, пока оно уйдет или не удастся.
no-email-address = Это не адрес электронной почты. Исправьте его.
template = Шаблон
new-template = Новый шаблон
template-names = Имена, которые можно использовать
template-names-about = Каждое заменяется значением при создании сообщения. Любое другое %имя% отклоняется.
preview = Предварительный просмотр
preview-about = С примерными значениями.
restore-template = Вернуть встроенный текст
restore-title = Вернуть встроенный текст «{ $name }»?
restore-consequences = Тема, текст и страница будут заменены. Уже созданные сообщения не изменятся.
restored = Встроенный текст возвращен.
unknown-placeholder = Имя { $name } в этом сообщении неизвестно. Известные перечислены ниже.
unfit-placeholder = Имя между знаками процента в этом сообщении неизвестно. Используйте только перечисленные имена.
unfit-one-line = Тема должна быть в одну строку, без управляющих символов. Уберите переносы строк, табуляции и подобное.
unfit-notification-type = Такого типа уведомления нет. Выберите из списка.
refused-NoBuiltInTemplate = На этом языке нет встроенного текста. Напишите свой.

# Number sequences
next-number = Следующий номер
number-sequence-care = Каждый # — цифра. Выданные номера не должны повториться: увеличьте следующий номер или начните новый формат.
legal-entity-about = Письма уходят с этого адреса. То, что пишет не сам магазин, например ссылки для нового пароля, подписано этим названием. Кредит партнера ведется в этой валюте, если не согласована другая.
refused-FormatWithoutDigits = В формате нужен # для каждой цифры номера, например C-######.
refused-FormatTooShort = В следующем номере больше цифр, чем # в формате. Удлините формат.
refused-NumberGivenBefore = Меньшие номера уже выданы и повторились бы. Оставьте следующий номер или начните новый формат.
refused-NumberSequenceMissing = Не хватает номерной серии компании. Ее создаст страница «Готовность» в штаб-квартире.
refused-NumberSequenceExhausted = В номерной серии компании закончились номера. Формат удлинит страница «Готовность» в штаб-квартире.
unfit-email = На этот адрес нельзя отправить письмо. Укажите адрес вида name@company.example.
unfit-currency = Такой валюты нет. Укажите код из трех заглавных букв, например EUR.
unfit-language = Такого языка нет. Укажите его код, например pl-PL.
unfit-country = Такой страны нет. Выберите из списка или укажите код из двух заглавных букв, например PL.
unfit-control-character = В тексте есть невидимые управляющие символы. Уберите их; переносы строк и табуляция допустимы только в комментариях и заметках.
unfit-not-in-company = В этой компании нет ничего с таким именем. Выберите из существующих.
unfit-of-column = { $column }: { $why }

# Columns
column-dataareaid = Компания
column-createdat = Создано
column-modifiedat = Изменено
column-status = Состояние
column-language = Язык
column-organizationname = Организация
column-personfirstname = Имя
column-personmiddlename = Отчество
column-personlastname = Фамилия
column-primarycontactemail = Эл. почта
column-primarycontactphone = Телефон
column-jobtitle = Должность
column-professionaltitle = Должность
column-website = Веб-сайт
column-primarycontacturl = Веб-сайт
column-taxid = Налоговый номер
column-taxexemptnumber = Налоговый номер
column-numberofemployees = Сотрудники
column-organizationnumberofemployees = Сотрудники
column-addressstreet = Улица
column-addresscity = Город
column-addressstate = Область
column-addresspostalcode = Индекс
column-addresscountry = Страна
column-comments = Комментарии
column-possibleduplicateof = Возможный дубликат
column-requestreference = Номер запроса
column-prospectid = Код перспективного клиента
column-typeid = Код типа
column-storename = Интернет-магазин
column-storeurl = Адрес магазина
column-rejectionreason = Причина
column-rejectioncomment = Комментарий
column-decidedby = Кто решил
column-decidedin = Где решено
column-decidedat = Когда решено
column-decisionid = Решение
column-organizationcustomeraccount = Клиент-организация
column-requestorcustomeraccount = Клиент-заявитель
column-customerhierarchyid = Код иерархии клиентов
column-customeraccount = Счет клиента
column-partytype = Тип
column-partynumber = Номер субъекта
column-partnerstatus = Партнер
column-b2bprospectid = Код перспективного клиента
column-b2bprospectrole = Роль у перспективного клиента
column-isb2badministrator = Администратор B2B
column-creditlimit = Кредитный лимит
column-creditlimitismandatory = Кредитный лимит обязателен
column-creditrating = Кредитный рейтинг
column-balance = Баланс
column-onholdstatus = Блокировка
column-invoiceaccount = Счет для накладных
column-invoiceaddress = Адрес для накладных
column-paymentterms = Условия оплаты
column-customergroupid = Группа клиентов
column-salescurrencycode = Валюта
column-salesmemo = Заметка
column-languageid = Язык
column-contactpersonid = Код контактного лица
column-name = Название
column-senderemail = Адрес отправителя
column-isdefault = Используется, если другая не указана
column-currencycode = Валюта
column-legalentityid = Компания
column-purpose = Назначение
column-subject = Тема
column-recipient = Получатель
column-sender = Отправитель
column-notificationtype = Тип уведомления
column-sentat = Отправлено
column-attempts = Неудачные попытки
column-failuredetails = Ошибка
column-textbody = Обычный текст
column-htmlbody = HTML
column-numbersequencecode = Номерная серия
column-format = Формат
column-next = Следующий номер
column-recurrence = Повторение
column-nextrunat = Следующий запуск
column-lastrunat = Последний запуск

# Options
option-Open = Открыт
option-InReview = На рассмотрении
option-Approved = Утвержден
option-Rejected = Отклонен
option-Lost = Потерян
option-CannotContact = Не удалось связаться
option-NoLongerInterested = Больше не заинтересован
option-Canceled = Отменено
option-OutSold = Уступлен конкуренту
option-NotEligible = Не соответствует требованиям
option-Duplicate = Дубликат
option-CreditRisk = Кредитный риск
option-IncompleteInformation = Неполные сведения
option-Other = Другое
option-Headquarters = Штаб-квартира
option-Sales = Sales
option-Organization = Организация
option-Person = Физическое лицо
option-Requestor = Заявитель
option-None = Нет
option-Prospective = Потенциальный
option-Active = Активен
option-Declined = Отказано
option-Pending = Ожидание
option-Disabled = Отключен
option-Admin = Администратор
option-User = Пользователь
option-No = Нет
option-Invoice = Накладная
option-All = Все
option-Payment = Платеж
option-Requisition = Заявка
option-Never = Никогда
option-InvoiceAccount = Счет для накладных
option-OrderAccount = Счет заказа
option-Queued = Ожидает
option-Sent = Отправлено
option-Failed = Ошибка
option-Captured = Перехвачено
option-Waiting = Ожидает
option-Executing = Выполняется
option-Withhold = Приостановлено
option-Recurrence = Повторение
option-RunNow = Вручную
option-Work = Была работа
option-Ended = Завершено
option-Error = Ошибка
option-Succeeded = Выполнено
option-Skipped = Пропущено

# Readiness
readiness = Готовность
ready-all = Все готово.
ready-good = Готово
ready-warn = Проверьте
ready-bad = Не готово
ready-more = Подробнее
ready-fixed = Выполнено: { $fix }.
check-feature = Включить использование возможностей электронной торговли B2B
check-feature-about = Пока эта функция включена, магазин принимает запросы компаний.
check-number-sequences = Номерные серии
check-number-sequences-about = Из них получают номера перспективные клиенты, клиенты и иерархии.
check-customers = Клиенты попадают в магазин
check-customers-about = Задание 1010 публикует партнеров. Кого магазин не знает, тот не может войти.
check-channel = Канал
check-channel-about = Магазин, его компания и база данных, в которую пишут обе стороны.
check-mail = Почта
check-mail-about = По почте партнеры узнают об одобрении и о том, как войти.
check-jobs = Расписания заданий
check-jobs-about = Задания передают дальше запросы, перспективных клиентов, клиентов и почту.
check-connection = Двойная запись
check-connection-about = Передает перспективных клиентов и решения туда, где работают продавцы, и обратно.
ready-feature-on = Включена: магазин принимает запросы.
ready-feature-off = Выключена: магазин не принимает запросы. Начатые продолжают путь.
ready-feature-untold = Магазин еще не знает об этом. Ему сообщит задание 1110.
ready-sequences = У каждой компании есть все, и ни одна не исчерпана.
ready-sequences-missing = Нет: { $names }. Создать такую запись нельзя.
ready-sequences-used-up = Исчерпаны: { $names }. Более длинный формат даст еще номера.
ready-sequences-short = Осталось меньше тысячи номеров: { $names }. Более длинный формат даст еще.
ready-customers = Магазин знает всех партнеров.
ready-channel = У магазина { $origin } есть компания, валюта, группа клиентов и база данных.
ready-channel-silent = База данных канала не отвечает: { $error }. Проверьте ее сервер и адрес в настройках.
ready-company-missing = Нет компании { $company }, для которой продает магазин. Перезапустите штаб-квартиру: она ее создаст.
ready-group-missing = Группы клиентов { $group }, в которую входят партнеры, нет в: { $names }.
ready-origin-plain = Магазин доступен по адресу { $origin } без шифрования. Задайте в origin (TANDEM_ORIGIN) адрес https.
ready-mail-leaves = Почта уходит через почтовый сервер.
ready-mail-demo = Почта остается здесь: это демонстрация.
ready-mail-captured = Почта не уходит. Задайте mail.transport (TANDEM_MAIL_TRANSPORT) как smtp, а в mail.host — почтовый сервер.
ready-mail-sender = Письма уходят с адреса { $address }, который никому не принадлежит. Укажите собственный адрес компании.
ready-templates = У каждого типа уведомлений есть шаблон на всех шести языках.
ready-templates-missing = Нет шаблонов, вместо них отправляется другой язык: { $names }.
ready-jobs = Все задания выполняются вовремя.
ready-jobs-missing = Нет: { $names }. Перезапустите штаб-квартиру: она их создаст.
ready-jobs-withheld = Приостановлены, выполняются только по команде: { $names }.
ready-jobs-late = Должны были выполниться, но не выполнились: { $names }. Есть ли штаб-квартира среди запущенных приложений и не стоит ли jobs_mode в manual?
ready-jobs-broke-off = Последний запуск прервался: { $names }. Причина — в истории.
ready-jobs-failed = После последнего запуска остались строки с ошибкой: { $names }. Причина — в истории.
ready-connection = Пакет { $package } работает.
ready-connection-none = Ни один пакет не установлен: штаб-квартира работает сама.
ready-connection-silent = Состояние узнать нельзя: { $error }.
fix-turn-on = Включить
fix-tell-store = Запустить задание 1110
fix-make-sequences = Создать недостающие серии
fix-lengthen-sequences = Удлинить форматы
fix-make-groups = Создать недостающие группы
fix-release-jobs = Возобновить задания
fix-run-jobs = Запустить сейчас
fix-publish = Запустить задание 1010
fix-restore-templates = Восстановить недостающие шаблоны
turn-off = Выключить
turn-off-title = Выключить функцию?
turn-off-consequences = Магазин больше не принимает запросы: об этом говорят его форма и API. Начатые запросы, клиенты и почта продолжают работать.
turned-off = Функция выключена. Магазин узнает об этом из задания 1110.
ready-some-bad = Исправить, чтобы партнеры могли прийти: { $count }.
ready-some-warn = Работает; стоит проверить: { $count }.
ready-customers-missing = Партнеры, которых магазин не знает: { $count }, среди них { $names }.
refused-UnknownFeature = Такой функции нет. Перезапустите штаб-квартиру: она создаст ее.
ready-mail-stuck = Сообщения, которые ждут больше четверти часа: { $count }.
ready-mail-failed = Сообщения, которые не удалось отправить за последние семь дней: { $count }. На их странице указана причина и есть повторная отправка.
ready-connection-waiting = Изменения, которыми нужно заняться: { $count }.

# What became of a row of a batch job
row-removed = Удалено записей: { $detail }
row-sent = Отправлено
row-captured = Перехвачено: почтовый сервер не задан
row-published = Магазин это уже знает
row-withdrawn = Убрано из магазина
row-welcomed = Может войти, сообщено по почте
row-feature-on = Включена в магазине
row-feature-off = Выключена в магазине
row-changed = Изменено по желанию администратора организации
row-was-so = Так уже и было
row-pulled = Получен из магазина
row-was-here = Уже был здесь
row-became-prospect = Стал перспективным клиентом { $detail }
row-link-goes-out = Отправляется ссылка для установки пароля
row-told-or-gone = Уже сообщено, или это больше не клиент
row-store-shows-received = Магазин показывает, что запрос получен
row-store-shows-in_review = Магазин показывает, что запрос на рассмотрении
row-store-shows-approved = Магазин показывает, что запрос одобрен
row-store-shows-declined = Магазин показывает, что запрос отклонён
row-store-knew = Магазин уже это знал
row-store-lost = В магазине больше нет такого запроса
row-added = Добавлено в организацию
row-is-member = Уже участник
row-acknowledged = Отправителю сообщается, что запрос получен
row-was-acknowledged = Отправителю уже сообщили

# Members of a customer hierarchy
member = Участник
disable-member = Отключить
enable-member = Включить
member-enabled = Человек снова сможет действовать от имени организации, когда задание 1010 сообщит магазину.
member-disabled = Человек больше не может действовать от имени организации. Магазину сообщит задание 1010.
refused-LastAdministrator = Никто другой не управляет пользователями организации. Сначала назначьте администратором другого участника.
refused-EmailInUse = Другой человек этой компании входит в магазин по этому адресу электронной почты. Измените один из двух адресов.
refused-NoSignInAddress = У этого человека нет адреса электронной почты для входа. Сначала укажите его у клиента.
unfit-signs-in = Этот человек входит в магазин по этому адресу. Укажите другой адрес или сначала уберите человека из пользователей организации.
unfit-email-in-use = Другой человек этой компании входит в магазин по этому адресу. Укажите другой адрес или сначала измените адрес того человека.
column-role = Роль
column-spendinglimit = Лимит расходов

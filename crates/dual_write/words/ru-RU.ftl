monitoring = Мониторинг
overview = Обзор

# Navigation
data = Данные
parked-changes = Ожидающие изменения
activities = Журнал действий
linked-rows = Связанные строки

# Commands
refresh = Обновить
retry = Повторить
retry-all = Повторить все
retry-alike = Повторить все с этой причиной
edit-and-retry = Изменить и повторить
skip = Пропустить
pause = Приостановить
resume = Возобновить
compare-now = Сравнить обе стороны сейчас
open-in = Открыть: { $side }
look-at-it = Посмотреть
look-at-parked = Посмотреть ожидающие изменения

# Overview
as-of = По состоянию на
table-maps = Сопоставления таблиц
decisions = Решения
figure-lag = Задержка, 95-й процентиль, 1 ч
figure-deliveries = Доставлено за последний час
figure-behind = К доставке
figure-waiting = Ожидают
figure-parked = Отложены
needs-somebody = { $count ->
    [one] { $count } изменение требует внимания.
    [few] { $count } изменения требуют внимания.
    [many] { $count } изменений требуют внимания.
   *[other] { $count } изменения требуют внимания.
}
rest-flows = Всё остальное передаётся дальше.
side-answers = Отвечает
side-silent = Не отвечает
side-unheard = Ещё не опрашивалась
side-silent-remedy = Ничего не потеряно: чтение продолжится само, когда эта сторона ответит.
answered-at = Последний ответ
since = С
to-deliver = Прочитано, к доставке
name = Название
state = Состояние
state-running = Работает
state-paused = Приостановлено
state-held-up = Задержано
state-not-running = Не работает
lag-last-hour = Задержка за час
lag-last = Последняя задержка
spark-label = Задержка за последний час, последняя { $span }
dotted-line = Пунктирная линия: { $span }
linked = Связано
oldest = Самое старое
version = Версия
direction = Направление
direction-both = в обе стороны
direction-to-sales = из штаб-квартиры в Sales
direction-to-headquarters = из Sales в штаб-квартиру
span-milliseconds = { $span } мс
span-seconds = { $span } с
span-minutes = { $span } мин
span-hours = { $span } ч
span-days = { $span } дн.
unconnected = Штаб-квартира и Sales ещё не соединены
unconnected-remedy = Установите пакет: в нём карты, по которым стороны синхронизируются.

# Maps and decisions of the solution commerce
target-b2b-prospects-leads = Перспективные клиенты B2B и интересы
target-customers-accounts = Клиенты и организации
target-customers-contacts = Клиенты и контакты
target-decisions-lead-qualified = Интерес квалифицирован
target-decisions-opportunity-won = Возможная сделка реализована
target-decisions-opportunity-lost = Возможная сделка потеряна
target-decisions-lead-disqualified = Интерес дисквалифицирован
target-decisions-prospect-approved = Перспективный клиент утвержден
target-decisions-prospect-rejected = Перспективный клиент отклонен

# What waits
view-needs-somebody = Требуют внимания
view-by-itself = Пройдут сами
view-paused = Приостановленные
parked-empty = Здесь были бы изменения, которые не удаётся записать на другой стороне, с причиной и способом исправления.
waiting-name = Строка
waiting-target = Сопоставление или решение
waiting-cause = Причина
waiting-message = Словами
waiting-side = Изменено в
waiting-attempts = Попытки
waiting-createdon = С
waiting-nextattemptat = Следующая попытка
waiting-code = Код
waiting-cause-Parent = Ждёт строку
waiting-cause-Refused = Отклонено
waiting-cause-Behind = За другим
waiting-cause-Unanswered = Нет ответа
waiting-cause-Paused = Приостановлено
attempts = Попытки
next-attempt = Следующая попытка

# The ways out
cause-parent = Пройдёт само, когда та строка будет связана. Сначала посмотрите ожидающее изменение той строки.
cause-refused = Исправьте строку на одной из сторон и повторите. Попытки также повторяются сами, всё реже.
cause-behind = Сначала должно пройти более раннее изменение той же строки или решения. Посмотрите его.
cause-unanswered = Другая сторона не справляется с этой строкой, а на другие отвечает. Повторите; если не поможет, обратитесь к её администратору.
cause-paused = Возобновите сопоставление или решение, и изменение будет доставлено по порядку.
way-out-EmailInUse = Адрес заявителя принадлежит другому человеку. Измените один из двух адресов и повторите либо утвердите в штаб-квартире, присоединив этого человека к новому партнёру.
way-out-Unmapped = Измените значение или добавьте пару в документ сопоставления, затем повторите.
way-out-SameKey = У другой строки там тот же ключ. Измените ключ на одной стороне или объедините строки, затем повторите.
way-out-RowGone = Другая строка удалена. Восстановите её там и повторите либо пропустите это изменение.
way-out-NoTarget = Этого сопоставления или решения больше нет. Установите содержащее его решение либо пропустите это изменение.
retry-delivered = Доставлено.
retry-still-waits = Повторено; всё ещё ожидает. { $why }
retry-under-way = Идёт повторная попытка. Обновите страницу чуть позже.
retry-nothing = Повторять нечего.
edit-and-retry-title = Изменить «{ $name }» и повторить
edit-consequence = Ваши значения записываются в саму строку ({ $side }), чтобы обе стороны совпадали, и она доставляется снова. Кто что исправил, отмечено в журнале действий.
edit-changed = Строку тем временем изменили. Проверьте ее еще раз: ваши данные по-прежнему ниже.
edit-no-number = «{ $column }» должно быть числом.
edit-refused = Ничего не изменено: значение не принято. Исправьте его ниже.
edit-gone = Исправлять нечего: измененной строки больше нет, или это решение.
edit-silent = Ничего не изменено: сторона, которой принадлежит строка, не отвечает. Повторите позже.
retried = { $count ->
    [one] Повторено { $count } изменение.
    [few] Повторено { $count } изменения.
    [many] Повторено { $count } изменений.
   *[other] Повторено { $count } изменения.
}
skipped = { $count ->
    [one] Пропущено { $count } изменение.
    [few] Пропущено { $count } изменения.
    [many] Пропущено { $count } изменений.
   *[other] Пропущено { $count } изменения.
}
skip-question = { $count ->
    [one] Пропустить это изменение?
    [few] Пропустить { $count } изменения?
    [many] Пропустить { $count } изменений?
   *[other] Пропустить { $count } изменения?
}
skip-consequence = Не будет доставлено: другая сторона сохранит то, что имеет. Более позднее изменение той же строки перенесёт всё, что к тому времени отличается; решение повторно не отправляется. Кто пропустил, видно в журнале действий.

# A change that waits
headline-parent = Ждёт строку, которая ещё не связана.
headline-refused = { $side }: отклонено
headline-behind = Сначала должно пройти более раннее изменение.
headline-unanswered = { $side }: нет ответа на эту строку, на другие есть
headline-paused = Кто-то приостановил сопоставление или решение.
headline-unable = В таком виде доставить нельзя.
open-map = Открыть сопоставление или решение
open-awaited = Открыть ожидаемую строку
would-be-written = Что было бы записано
source = Источник
becomes = становится
mapped = Другая сторона
made-on-the-way = создаётся по пути
changed-row = Изменённая строка
waiting-for-it = Ждут его
path-of-change = Путь этого изменения
images-new = Другой строки ещё нет: она была бы создана.
images-agreed = Другая сторона сейчас не отвечает: показаны последние согласованные значения.
images-gone = На другой стороне строки больше нет: показаны последние согласованные значения.
mark-refused = Указан в отказе
mark-news = Изменено: { $side }
mark-both = Изменено на обеих сторонах; действует: { $side }
mark-missing = Строка, на которую указывает столбец, ещё не связана
rail-changed = Изменено: { $side }
rail-captured = Прочитано и отложено
rail-sequence = Место в журнале изменений: { $sequence }
rail-attempts = { $count ->
    [one] { $count } попытка
    [few] { $count } попытки
    [many] { $count } попыток
   *[other] { $count } попытки
}

# Linked rows
links-empty = Пары строк появятся здесь, когда что-либо будет передано на другую сторону.
view-disputed = Спорные
link-name = Строка
link-map = Сопоставление
link-headquarterskey = Номер
link-disputed = Спорные столбцы
link-headquartersid = ИД в штаб-квартире
link-salesid = ИД в Sales
link-modifiedon = Последнее согласование
agreed-at = Последнее согласование
last-agreed = Последние согласованные значения
agreed-and-now = Последние согласованные значения и текущие
now-is = Сейчас: { $value }
row-gone = Строки больше нет: { $side }
row-silent = Сейчас нет ответа: { $side }
disputed = спорно
disputed-columns = Правила сторон записывают эти столбцы по-разному, поэтому они больше не передаются: { $columns }
table-set = Таблица
id = ИД
number = Номер

# Maps and decisions
pause-question = Приостановить «{ $name }»?
pause-consequence = Изменения читаются и хранятся по порядку без ограничения времени и доставляются после возобновления. Зависящие строки тоже ждут.
pause-reason = Причина, для остальных
paused-by = Приостановлено: { $name }
paused-from-command-line = Приостановлено из командной строки
paused-meaning = Изменения хранятся по порядку до возобновления.
paused-now = Приостановлено. Изменения хранятся по порядку.
resumed-now = Возобновлено. Отложенные изменения доставляются.
description = Описание
rows-made = Строки создаются
conflict = Если изменили обе стороны
conflict-winner = приоритет: { $side }
depends-on = Требует
id-column = Столбец ИД
key-column = Столбец номера
takes-part = Участвует, когда
while = Изменения идут, пока
found-by = Существующие строки находятся по
columns = Столбцы
transform = По пути
transform-default = всегда
transform-template = текст
transform-reference = строка
transform-values = значения
transform-lookup = через связи
transform-once = только при создании строки
transform-when = если
has-value = { $column } имеет значение
has-no-value = { $column } не имеет значения
made-together = Создаётся вместе со строкой
taken-in = Принимается в
told-by = Определяется по изменению
when = Когда
and-then = И
subject = О чём
command = Команда другой стороне
steps = Шаги на другой стороне
when-accepted = После принятия
when-refused = При окончательном отказе
what = Что
values = Значения

# Activity
activities-empty = Здесь было бы видно, кто что повторил, пропустил или приостановил.
activity-target = Сопоставление или решение
activity-deed = Что
activity-name = Строка
activity-deliveries = Изменения
activity-message = Причина
activity-createdby = Кто
activity-createdon = Когда
activity-deed-Retried = Повторено
activity-deed-Skipped = Пропущено
activity-deed-Paused = Приостановлено
activity-deed-Resumed = Возобновлено
activity-deed-Corrected = Исправлено

# Why the other side refused, by the code that it gives
refused-EmailInUse = Этот адрес почты уже служит для входа другому человеку
refused-OrganizationInUse = Организация уже деловой партнер
refused-ProspectAlreadyDecided = По перспективному клиенту уже принято решение
refused-RequestUnanswered = Кто-то в магазине ещё ждёт ответа
refused-NumberSequenceMissing = Не хватает номерной серии
refused-NumberSequenceExhausted = В номерной серии закончились номера
refused-Unmapped = В карте нет соответствия для значения
refused-SameKey = У другой строки тот же ключ
refused-RowGone = Другая строка удалена
refused-NoTarget = Карты или решения больше нет
refused-0x80040203 = Значение отсутствует или недопустимо
refused-0x80048d19 = Значение нельзя прочитать
refused-0x80041103 = Столбец неизвестен, или по нему нельзя искать
refused-0x80040217 = Указанной строки не существует
refused-0x80060891 = Нет строки с таким ключом
refused-0x80040237 = Строка с таким идентификатором или ключом уже есть
refused-0x80060892 = Строка с таким ключом уже есть
refused-0x80060882 = Кто-то тем временем изменил строку
refused-0x80040220 = Двойной записи не хватает права
refused-0x80044331 = Текст слишком длинный
refused-0x8004432f = Число вне допустимых пределов
refused-0x8004431a = Вариант неизвестен
refused-0x80040227 = На неё ещё ссылаются другие строки
refused-0x80040333 = Возможно, она уже есть
refused-0x80048408 = Причина не относится к этому состоянию

# Solutions
solutions = Решения
setup = Настройка
solutions-search = Поиск пакетов
solutions-none = Такого пакета нет. Попробуйте другое слово.
solutions-unfit = Папка, которая не является пакетом
publisher = Издатель
installed-version = Установленная версия
works-in = Компания
consented = Согласие дал(а)
what-it-adds = Что добавляется в Sales
what-it-carries = Что передаётся
solution-install = Установить
solution-continue = Продолжить установку
solution-update = Обновить до { $version }
solution-uninstall = Удалить
solution-verify = Проверить
solution-health = Проверка готовности
uninstall-question = Удалить { $title }?
uninstall-consequence = Между штаб-квартирой и Sales больше ничего не передаётся. Из Sales удаляются представления, а также столбцы и ключи без значений. Строки остаются на обеих сторонах, как и сведения о парах: после повторной установки работа продолжится с этого места. До тех пор обе стороны хранят для неё изменения.
uninstalling-now = Работа остановлена; добавленное удаляется.
state-Preparing = Подготавливается
state-Installing = Устанавливается
state-Installed = Установлено
state-RollingBack = Откатывается
state-Uninstalling = Удаляется
state-Removed = Не установлено

# Wizard
wizard-title = Установка: { $title }
wizard-environments = Среды
wizard-company = Компания
wizard-health = Проверка
wizard-consent = Изменения и согласие
wizard-progress = Установка
environments-question = Эти две среды будут синхронизироваться. Те ли это среды?
environment-address = Адрес
environment-here = в этой программе
environment-id = Среда
environment-user = Вход выполнен как
environment-fingerprint = Отпечаток сертификата (SHA-256)
environments-confirm = Да, это они
company-question = В какой компании штаб-квартиры появляются бизнес-партнёры?
company-confirm = Использовать эту компанию
health-good = Всё в порядке.
health-bad = Есть препятствия. Устраните их и проверьте снова.
check-again = Проверить снова
repair = Исправить
repaired = Исправлено.
wizard-next = Далее
consent-question = Будет изменено только это:
consent-headquarters = Штаб-квартира: ничего не добавляется. Журнал изменений хранится, пока двойная запись его не прочтёт.
consent-rows = После этого строки обеих сторон создаются и изменяются по картам.
consent-privacy = Имена, адреса, электронная почта и телефоны бизнес-партнёров копируются на другую сторону. За это отвечает тот, кто управляет обеими сторонами.
consent-agree = Я согласен(на) с этими изменениями
consent-needed = Сначала отметьте согласие.
item-Column = Столбец
item-Key = Альтернативный ключ
item-View = Представление
item-kind = Что
item-table = Таблица
item-state = Состояние
presence-missing = будет создано
presence-present = уже есть, используется
presence-different = есть, но не подходит
step-Pending = предстоит
step-Made = создано
step-Adopted = уже было
step-Removed = удалено
step-Kept = оставлено: содержит данные или было раньше
progress-working = Страница обновляется сама. Её можно закрыть: работа продолжается.
progress-waiting = Сейчас продолжить нельзя, попытка повторится сама.
progress-stuck = Остановлено.
progress-installed = Пакет установлен: штаб-квартира и Sales синхронизируются.
progress-removed = Ничего из него не работает.
try-again = Повторить
roll-back = Откатить
give-up = Отказаться
given-up = Ничего не изменено.
rolling-back-now = Созданное удаляется.

# Findings
about-answers = { $side } отвечает и знает двойную запись
remedy-answers = Проверьте, работает ли она по этому адресу и верны ли имя и секрет приложения; затем проверьте снова.
about-environment = { $side } — подтверждённая среда
remedy-environment = Там отвечает другая среда, возможно, копия или восстановленная. Если так и должно быть, посмотрите среды и подтвердите их заново.
about-company = В штаб-квартире есть компания { $name }
about-store = Заявки из магазина поступают в компанию пакета: { $name }
remedy-company = Выберите другую компанию.
remedy-store = Выберите компанию { $name }. В любой другой ни одна заявка магазина не станет интересом.
about-reads = Двойная запись может читать { $name } ({ $side })
remedy-reads = Дайте там её пользователю приложения роль «Dual-write».
about-customizes = Установка может добавлять столбцы в Sales
remedy-customizes = Дайте её пользователю приложения роль «Dual-write setup» в Sales (System Customizer в Dynamics 365); после установки её можно забрать.
about-columns = В Sales есть столбцы { $name }, названные в картах
remedy-columns = Этих не хватает. Добавьте их в Sales или используйте подходящий пакет.
about-fits = { $name } в Sales можно использовать
remedy-fits = Это имя там занято другим. Переименуйте или удалите, затем проверьте снова.
about-alone = Другие пакеты не работают
remedy-alone = Сначала удалите этот.

# Verification
verify-title = Проверка: { $title }
verify-start = Отправить тестовый запрос
verify-explain = Помеченный тестовый запрос проходит через форму магазина. Он находится среди перспективных клиентов и как интерес, отклоняется и удаляется с обеих сторон. Письма не отправляются.
verify-never = Ещё не проверялось.
verify-Running = Выполняется
verify-Passed = Все участки работают
verify-Failed = Участок не работает
verify-broke-off = Прервано вместе с процессом. Следующая проверка удалит остатки.
verify-earlier = Предыдущие проверки
verify-busy = Проверка уже идёт.
leg-Submitted = Магазин принимает запрос
leg-Prospect = Он среди перспективных клиентов
leg-Lead = Он стал интересом в Sales
leg-Decision = Отклонён в штаб-квартире, интерес закрыт
leg-Told = Магазин сообщает отправителю
leg-Cleaned = От него ничего не осталось

# Refusals of the wizard
refuse-busy = Пакет уже установлен либо сейчас устанавливается или удаляется.
refuse-not-installed = Пакет не установлен.
refuse-not-prepared = Сначала ответьте на предыдущие вопросы.
refuse-other-environment = Сейчас отвечает другая среда, не та, что была показана. Посмотрите снова.
refuse-no-repair = Исправлять больше нечего. Посмотрите проверку снова.
command-line = командная строка
refuse-no-verification = Этот пакет не создаёт интересы из перспективных клиентов: проверка следит за таким запросом.

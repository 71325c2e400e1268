# Places
leads = Интересы
opportunities = Возможные сделки
pipeline = Воронка продаж
customers = Клиенты
accounts = Организации
contacts = Контакты
noun-lead = Интерес
noun-opportunity = Возможная сделка
noun-account = Организация
noun-contact = Контакт
no-name = (без названия)

# Views that Sales begins with
view-my-open-leads = Мои открытые интересы
view-open-leads = Открытые интересы
view-all-leads = Все интересы
view-closed-leads = Закрытые интересы
view-all-commerce-b2b-leads = Все интересы Commerce B2B
view-my-open-opportunities = Мои открытые возможные сделки
view-open-opportunities = Открытые возможные сделки
view-all-opportunities = Все возможные сделки
view-closed-opportunities = Закрытые возможные сделки
view-won-opportunities = Реализованные возможные сделки
view-lost-opportunities = Потерянные возможные сделки
view-my-active-accounts = Мои активные организации
view-active-accounts = Активные организации
view-all-accounts = Все организации
view-inactive-accounts = Неактивные организации
view-my-active-contacts = Мои активные контакты
view-active-contacts = Активные контакты
view-all-contacts = Все контакты
view-inactive-contacts = Неактивные контакты
leads-empty = Здесь находятся интересы этого представления. Те, что приносит двойная запись, лежат в «Все интересы Commerce B2B», пока их кто-нибудь не возьмет.
opportunities-empty = Квалифицируйте интерес или создайте возможную сделку, и она появится здесь.
accounts-empty = Здесь находятся компании, с которыми вы работаете: созданные вручную или при квалификации интереса.
contacts-empty = Здесь находятся люди, с которыми вы работаете: созданные вручную или при квалификации интереса.

# Commands
new = Создать
add = Добавить
edit = Изменить
delete = Удалить
complete = Завершить
qualify = Квалифицировать
disqualify = Дисквалифицировать
reactivate = Открыть повторно
mark-contacted = Отметить как опрошенный
close-as-won = Закрыть как реализованную
close-as-lost = Закрыть как потерянную
reopen = Открыть повторно
activate = Активировать
deactivate = Деактивировать
assign = Назначить
assign-to-me = Назначить мне
open-opportunity = Открыть сделку
open-lead = Открыть интерес
as-board = Доска
as-list = Список
new-lead = Новый интерес
new-opportunity = Новая возможная сделка
new-account = Новая организация
new-contact = Новый контакт

# Assigning
assign-title = Назначить: { $name }?
assign-consequence = Новый ответственный найдет запись в своих представлениях. Если она покинет ваше подразделение, вы можете ее больше не увидеть.
new-owner = Новый ответственный
people = Люди
teams = Рабочие группы
owner-missing = Выберите, кто будет ответственным.
assigned = Назначено.
assigned-to-you = Теперь это ваше.
rows-assigned = { $count ->
    [one] { $count } строка теперь ваша.
    [few] { $count } строки теперь ваши.
    [many] { $count } строк теперь ваши.
   *[other] { $count } строки теперь ваши.
}
some-assigned = Назначено: { $taken }. Не назначено: { $left }. { $why }

# Process
lead-to-opportunity = От интереса к сделке
flow-won = Реализована
flow-lost = Потеряна
flow-qualified = Квалифицирован без сделки
flow-disqualified = Дисквалифицирован
active-since-now = Активен меньше часа
active-for-hours = { $count ->
    [one] Активен { $count } час
    [few] Активен { $count } часа
    [many] Активен { $count } часов
   *[other] Активен { $count } часа
}
active-for-days = { $count ->
    [one] Активен { $count } день
    [few] Активен { $count } дня
    [many] Активен { $count } дней
   *[other] Активен { $count } дня
}
steps-done = { $done } из { $all } шагов
stage = Этап
move-to = Перенести в «{ $stage }»
move = Перенести
stage-entered = Теперь на этапе «{ $stage }».

# Sections
section-contact = Контакт
section-company = Компания
section-qualification = Квалификация
section-details = Сведения
section-opportunity = Возможная сделка
section-develop = Разработка
section-propose = Предложение
section-close = Закрытие
section-account = Организация
section-address = Адрес
section-billing = Расчеты
section-preferences = Способы связи
possible-duplicates = Возможные повторы
account-no-contacts = В этой организации пока никто не известен.
no-opportunities-of-this = Возможных сделок пока нет.

# Prospect behind a row
b2b-prospect = Перспективный клиент B2B
prospect = Перспективный клиент
verdict = Штаб-квартира
sync = Синхронизация
refused-lead-remedy = Штаб-квартира уже решила иначе; заметка на временной шкале говорит, кто и когда. Интерес остается таким, каким вы его оставили. Чтобы согласиться со штаб-квартирой, откройте его повторно и закройте иначе.
refused-opportunity-remedy = Штаб-квартира уже решила иначе; заметка на временной шкале говорит, кто и когда. Сделка остается такой, какой вы ее оставили. Чтобы согласиться со штаб-квартирой, откройте ее повторно и закройте иначе.

# Timeline
timeline = Временная шкала
timeline-all = Всё
timeline-notes = Заметки
timeline-activities = Действия
timeline-system = Система
timeline-empty = Здесь пока ничего не произошло.
show-more = Показать еще
note = Заметка
write-a-note = Написать заметку
add-note = Добавить заметку
add-task = Задача
add-call = Звонок
new-note = Новая заметка
edit-note = Изменить заметку
new-task = Новая задача
edit-task = Изменить задачу
new-call = Новый звонок
edit-call = Изменить звонок
delete-note = Удалить эту заметку?
delete-task = Удалить эту задачу?
delete-call = Удалить этот звонок?
delete-consequence = Запись исчезнет с временной шкалы у всех, вернуть ее нельзя.
deleted = Удалено.
note-added = Заметка на временной шкале.
task-added = Задача на временной шкале.
call-added = Звонок на временной шкале.
activity-completed = «{ $subject }»: завершено.
note-empty = Заметке нужен текст. Напишите что-нибудь.
note-too-long = Помещается не более { $max } знаков. Сократите текст.
subject-empty = Скажите в нескольких словах, о чем это.
subject = Тема
description = Описание
phone-number = Номер телефона
call-comes-in = Звонят нам
due = Срок
high-priority = Высокий приоритет
overdue = Просрочено
task-planned = Задача
task-completed = Задача выполнена
task-canceled = Задача отменена
call-planned = Запланирован звонок
call-made = Звонок сделан
call-received = Звонок принят
call-canceled = Звонок отменен
opportunity-closed = Сделка закрыта
closing-canceled = Закрыта, затем открыта повторно
closed-revenue = Фактический доход: { $amount }
closed-competitor = Конкурент: { $name }

# Qualify
qualify-title = Квалифицировать: { $name }?
qualify-consequence = Интерес закроется как квалифицированный, и его можно будет только читать. Все созданное из него будет вашим.
qualify-partner-consequence = Штаб-квартира узнает, что запрос рассматривается.
qualify-may-exist = Возможно, это уже есть. Выберите нужную запись или создайте новую.
qualify-there-already = Уже есть
qualify-chosen-on-lead = Указано в интересе
qualify-of-prospect = Относится к перспективному клиенту { $prospect }, поэтому не может обозначать и этого
qualify-new-account = Новая организация «{ $name }»
qualify-new-contact = Новый контакт «{ $name }»
qualify-no-account = Без организации
qualify-no-contact = Без контакта
qualify-opportunity = Создать возможную сделку
qualify-opportunity-decides = Ее исход решает запрос партнера.
qualify-earlier = «{ $name }» от прежней квалификации еще действует; новая не создается.
qualify-choose = Выберите организацию и контакт или укажите, что создавать их не нужно.
qualify-not-open = Этот интерес уже закрыт. Откройте его повторно, прежде чем квалифицировать.
qualify-no-company = В интересе не указана компания, поэтому организацию создать нельзя. Заполните ее или продолжайте без организации.
qualify-no-last-name = В интересе нет фамилии, поэтому контакт создать нельзя. Заполните ее или продолжайте без контакта.
qualify-no-customer = Возможной сделке нужна организация или контакт. Выберите или создайте что-то из них.
qualify-duplicates = Похоже, за это время такая запись уже появилась. Посмотрите варианты еще раз.
qualify-other-prospect = { $table } «{ $name }» относится к перспективному клиенту { $prospect } и не может обозначать и этого. Выберите другую запись или создайте новую.
qualify-unseen = Организации или контакта больше нет, или они вам не видны. Выберите другие здесь или в интересе.
not-yours-to-see = (вам не видно)
look-at-it = Открыть
lead-qualified = Интерес квалифицирован.

# Disqualify and reactivate
disqualify-title = Дисквалифицировать: { $name }?
disqualify-consequence = Интерес закроется, и его можно будет только читать, пока его не откроют повторно.
disqualify-partner-consequence = Штаб-квартира отклонит запрос партнера с этой причиной, а заявитель узнает об этом по почте.
disqualify-refused = Этот интерес уже закрыт или у него есть сделка. Закройте сделку как потерянную.
reason = Причина
reason-missing = Выберите причину.
lead-disqualified = Интерес дисквалифицирован.
reactivate-title = Открыть повторно: { $name }?
reactivate-consequence = Интерес снова будет открыт, со всеми заметками и всем, что из него создано.
reopen-partner-consequence = В штаб-квартире ничего не изменится: принятое там решение остается в силе.
lead-reactivated = Интерес снова открыт.
lead-contacted = Отмечено: контакт состоялся.
lead-not-open = Ничего не изменено: этот интерес закрыт. Сначала активируйте его снова.

# Closing opportunities
close-won-title = Закрыть как реализованную: { $name }?
close-lost-title = Закрыть как потерянную: { $name }?
close-consequence = Сделку можно будет только читать, пока ее не откроют повторно.
close-won-partner = Штаб-квартира утвердит партнера: будут созданы клиенты, заявитель получит приглашение.
close-lost-partner = Штаб-квартира отклонит запрос партнера, а заявитель узнает об этом по почте.
close-not-open = Эта сделка уже закрыта. Откройте ее повторно, прежде чем закрыть снова.
close-wrong-day = Укажите день закрытия.
close-wrong-competitor = Выберите конкурента из списка или никакого.
actual-revenue = Фактический доход
closed-on = Дата закрытия
competitor = Конкурент
opportunity-won = Сделка реализована.
opportunity-lost = Сделка потеряна.
reopen-title = Открыть повторно: { $name }?
reopen-consequence = Сделка снова будет открыта. Закрытие останется на временной шкале как отмененное.
opportunity-reopened = Сделка снова открыта.

# Accounts and contacts
activate-title = Активировать: { $name }?
deactivate-title = Деактивировать: { $name }?
activate-consequence = Запись снова появится в активных представлениях и ее можно будет изменять.
deactivate-consequence = Запись покинет активные представления и не будет предлагаться при квалификации. Ничего не удаляется.
activated = Активировано.
deactivated = Деактивировано.

# Pipeline
my-pipeline = Мои открытые сделки
whole-pipeline = Все открытые сделки
open-pipeline = Открытая воронка
mine = Мои
everybodys = Все
lane-empty = На этом этапе пусто.
show-more-cards = { $count ->
    [one] Показать еще { $count }
    [few] Показать еще { $count }
    [many] Показать еще { $count }
   *[other] Показать еще { $count }
}
close-date-passed = Дата закрытия прошла

# What rules refuse
refused-0x80040203 = В нынешнем состоянии записи это невозможно. Обновите страницу и посмотрите ее состояние.
refused-0x80048408 = Эта причина не относится к состоянию. Выберите другую.

# Columns
column-subject = Тема
column-salutation = Обращение
column-firstname = Имя
column-lastname = Фамилия
column-fullname = Имя и фамилия
column-name = Название
opportunity-name = Тема
column-jobtitle = Должность
column-telephone1 = Рабочий телефон
column-phonenumber = Номер телефона
column-mobilephone = Мобильный телефон
column-emailaddress1 = Электронная почта
column-companyname = Компания
column-websiteurl = Веб-сайт
column-industrycode = Отрасль
column-numberofemployees = Сотрудники
column-revenue = Годовой доход
column-address1-line1 = Улица
column-address1-line2 = Улица 2
column-address1-city = Город
column-address1-stateorprovince = Область
column-address1-postalcode = Почтовый индекс
column-address1-country = Страна/регион
column-parentaccountid = Организация
account-parentaccountid = Головная организация
lead-parentaccountid = Имеющаяся организация
lead-parentcontactid = Имеющийся контакт
column-parentcontactid = Контакт
column-parentcustomerid = Компания
column-purchasetimeframe = Срок покупки
column-budgetamount = Бюджет
column-purchaseprocess = Процесс покупки
column-decisionmaker = Принимающий решения известен
column-qualificationcomments = Что удалось узнать
column-leadsourcecode = Источник
column-leadqualitycode = Оценка
column-opportunityratingcode = Оценка
column-statuscode = Состояние
column-estimatedamount = Ожид. доход
column-estimatedvalue = Ожид. доход
column-estimatedclosedate = Ожид. дата закрытия
column-closeprobability = Вероятность, %
column-actualvalue = Фактический доход
column-actualclosedate = Фактическая дата закрытия
column-actualrevenue = Фактический доход
column-competitorid = Конкурент
column-campaignid = Кампания
column-description = Описание
column-customerid = Клиент
column-originatingleadid = Исходный интерес
column-salesstage = Этап
column-customerneed = Потребность клиента
column-proposedsolution = Предлагаемое решение
column-identifycustomercontacts = Участники известны
column-identifycompetitors = Конкуренты известны
column-identifypursuitteam = Команда определена
column-developproposal = Предложение подготовлено
column-completeinternalreview = Проверено внутри
column-presentproposal = Предложение представлено
column-completefinalproposal = Итоговое предложение готово
column-presentfinalproposal = Итоговое предложение представлено
column-finaldecisiondate = Дата решения
column-sendthankyounote = Благодарность отправлена
column-filedebrief = Итоги записаны
column-accountnumber = Номер клиента
column-msdyn-contactpersonid = Номер клиента
column-msdyn-sellable = Можно продавать
column-customertypecode = Отношения
column-primarycontactid = Основной контакт
column-creditlimit = Кредитный лимит
column-creditonhold = Кредит приостановлен
column-paymenttermscode = Условия оплаты
column-birthdate = День рождения
column-preferredcontactmethodcode = Предпочтительный способ
column-donotemail = Без писем по почте
column-donotphone = Без звонков
column-donotpostalmail = Без бумажных писем
column-ownerid = Ответственный
column-createdon = Создано
column-modifiedon = Изменено
column-tandem-b2bprospectid = Перспективный клиент
column-tandem-partnerstatus = Штаб-квартира

# Options
option-New = Новый
option-Contacted = Опрошен
option-Qualified = Квалифицирован
option-Lost = Потерян
option-CannotContact = Не удалось связаться
option-NoLongerInterested = Больше не интересуется
option-Canceled = Отменен
opportunity-statuscode-Canceled = Отменена
option-InProgress = В работе
option-OnHold = Приостановлена
option-Won = Реализована
option-OutSold = Ушла к конкуренту
option-Active = Активен
option-Inactive = Неактивен
option-Pending = Ожидает
option-Approved = Утвержден
option-Declined = Отклонен
option-Refused = Решение не принято
option-Advertisement = Реклама
option-EmployeeReferral = Рекомендация сотрудника
option-ExternalReferral = Внешняя рекомендация
option-Partner = Партнер
option-PublicRelations = Связи с общественностью
option-Seminar = Семинар
option-TradeShow = Выставка
option-Web = Интернет
option-WordOfMouth = Из уст в уста
option-Other = Другое
option-Hot = Высокая
option-Warm = Средняя
option-Cold = Низкая
option-Immediate = Немедленно
option-ThisQuarter = В этом квартале
option-NextQuarter = В следующем квартале
option-ThisYear = В этом году
option-Unknown = Неизвестно
option-Individual = Индивидуальный
option-Committee = Комитет
option-Any = Любой
option-Email = Электронная почта
option-Phone = Телефон
option-Fax = Факс
option-Mail = Почта
option-Qualify = Квалификация
option-Develop = Разработка
option-Propose = Предложение
option-Close = Закрытие
option-Competitor = Конкурент
option-Consultant = Консультант
option-Customer = Клиент
option-Investor = Инвестор
option-Influencer = Влиятельное лицо
option-Press = Пресса
option-Prospect = Перспективный клиент
option-Reseller = Торговый посредник
option-Supplier = Поставщик
option-Vendor = Продавец
option-Net30 = 30 дней
option-TwoPercent10Net30 = 2% за 10 дней, 30 дней
option-Net45 = 45 дней
option-Net60 = 60 дней

# Industries
option-Accounting = Бухгалтерский учет
option-AgricultureAndNonPetrolNaturalResourceExtraction = Сельское хозяйство и природные ресурсы
option-BroadcastingPrintingAndPublishing = Вещание, печать и издательство
option-Brokers = Брокеры
option-BuildingSupplyRetail = Торговля стройматериалами
option-BusinessServices = Деловые услуги
option-Consulting = Консалтинг
option-ConsumerServices = Услуги населению
option-DesignDirectionAndCreativeManagement = Дизайн и творческое управление
option-DistributorsDispatchersAndProcessors = Распространители и переработчики
option-DoctorsOfficesAndClinics = Кабинеты врачей и клиники
option-DurableManufacturing = Производство товаров длительного пользования
option-EatingAndDrinkingPlaces = Общественное питание
option-EntertainmentRetail = Торговля развлечениями
option-EquipmentRentalAndLeasing = Аренда и лизинг оборудования
option-Financial = Финансы
option-FoodAndTobaccoProcessing = Переработка продуктов и табака
option-InboundCapitalIntensiveProcessing = Капиталоемкая переработка
option-InboundRepairAndServices = Ремонт и обслуживание
option-Insurance = Страхование
option-LegalServices = Юридические услуги
option-NonDurableMerchandiseRetail = Торговля товарами повседневного спроса
option-OutboundConsumerService = Выездные услуги населению
option-PetrochemicalExtractionAndDistribution = Нефтехимия
option-ServiceRetail = Розничные услуги
option-SigAffiliations = Отраслевые объединения
option-SocialServices = Социальные услуги
option-SpecialOutboundTradeContractors = Специализированные подрядчики
option-SpecialtyRealty = Специализированная недвижимость
option-Transportation = Транспорт
option-UtilityCreationAndDistribution = Коммунальные услуги
option-VehicleRetail = Торговля автомобилями
option-Wholesale = Оптовая торговля

# Activities, competitors, search
activities = Действия
my-activities = Мои действия
activities-empty = Ничего не запланировано. Задачи и звонки с временных шкал находятся здесь, пока не завершены.
competitors = Конкуренты
competitors-empty = Здесь находятся компании, которым достаются потерянные сделки.
new-competitor = Новый конкурент
column-strengths = Сильные стороны
column-weaknesses = Слабые стороны
column-threats = Угрозы
column-opportunities = Что остается нам
search-nothing = Ничего не найдено.

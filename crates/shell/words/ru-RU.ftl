# Applications
store = Магазин
headquarters = Штаб-квартира
sales = Sales
dual-write = Двойная запись
office = Бэк-офис

# Frame
skip-to-content = Перейти к основному содержимому
navigation = Навигация
applications = Приложения
search = Поиск
search-placeholder = Поиск
company = Компания
settings = Параметры
theme = Оформление
theme-system = Как в системе
theme-light = Светлое
theme-dark = Темное
sign-out = Выйти
commands = Команды
selected = выбрано
close = Закрыть
to-start = Перейти на начальную страницу
save = Сохранить
cancel = Отмена
yes = Да
no = Нет
none = Нет

# Sign-in and account
sign-in = Войти
email = Электронная почта
password = Пароль
stay-signed-in = Оставаться в системе на этом устройстве
forgot-password = Забыли пароль?
sign-in-refused = Этот адрес электронной почты и пароль не соответствуют друг другу. Проверьте их и повторите попытку.
signed-out = Вы вышли из системы.
email-wrong = Введите адрес электронной почты, например name@company.com.
forgot-password-text = Введите свой адрес электронной почты. Вы получите ссылку для установки нового пароля.
link-send = Отправить ссылку
link-sent = Проверьте почту
link-sent-text = Если есть учетная запись с таким адресом, ссылка для установки нового пароля уже отправлена. Она действует один раз и в течение { $days } дней. Проверьте и папку со спамом.
link-gone = Эта ссылка больше не действует
link-gone-text = Она уже использована или устарела. Запросите новую.
back-to-sign-in = Вернуться ко входу
set-password = Установить пароль
password-set = Пароль установлен. Войдите с ним.
change-password = Сменить пароль
password-present = Текущий пароль
password-new = Новый пароль
password-again = Новый пароль еще раз
password-rule = Не менее { $min } символов. Несколько слов легко запомнить и трудно угадать.
password-too-short = Этот пароль слишком короткий. Используйте не менее { $min } символов.
password-too-long = Этот пароль слишком длинный. Используйте не более { $max } символов.
password-too-simple = Этот пароль легко угадать. Используйте больше разных символов и не указывайте свой адрес электронной почты.
password-differs = Введенные значения различаются. Введите один и тот же новый пароль дважды.
password-wrong = Это не ваш текущий пароль. Проверьте его и повторите попытку.
password-others-end = После смены пароля вы выйдете из системы на всех других устройствах.
password-changed = Пароль изменен. На всех других устройствах выполнен выход.
account = Учетная запись
account-text = Имя и адрес меняет администратор.
full-name = Имя
language-and-time = Язык и время
language = Язык
language-automatic = Как в браузере
time-zone = Часовой пояс
time-zone-hint = Введите часть названия, например город, и выберите.
time-zone-unknown = Часового пояса с таким названием нет. Выберите один из списка, например Europe/Warsaw.
settings-saved = Настройки сохранены.
sessions = Где выполнен вход
session-began = Вход:
session-seen = Последнее использование:
session-this = Этот браузер
session-unknown-browser = Неизвестный браузер
session-end-one = Выйти: { $browser }
session-ended = Выход в том браузере выполнен.
sessions-end-all = Выйти везде
signed-out-everywhere = Вы вышли из системы на всех устройствах.

# Faults
fault-not-found = Здесь ничего нет
fault-not-found-remedy = Эта страница или строка не существует, удалена или недоступна вам. Проверьте адрес или начните со списка.
fault-not-allowed = У вас нет разрешения на это действие
fault-not-allowed-remedy = У вашей учетной записи нет прав на это действие. Если они нужны, обратитесь к администратору.
fault-too-many = Слишком много запросов
fault-too-many-remedy = { $seconds ->
    [one] Слишком много попыток. Повторите попытку через { $seconds } секунду.
    [few] Слишком много попыток. Повторите попытку через { $seconds } секунды.
    [many] Слишком много попыток. Повторите попытку через { $seconds } секунд.
   *[other] Слишком много попыток. Повторите попытку через { $seconds } секунды.
}
fault-conflict = Кто-то вас опередил
fault-refused = Это невозможно
fault-other-site = Эта форма отправлена с другого сайта
fault-other-site-remedy = Ничего не изменено. Откройте форму здесь и отправьте ее снова.
fault-wrong-method = Этот адрес так использовать нельзя
fault-wrong-method-remedy = Ничего не изменено. Перейдите в начало и откройте страницу оттуда.
fault-busy = Система сейчас занята
fault-ours = Произошла ошибка на нашей стороне
fault-unreadable = Не удалось прочитать запрос
fault-unreadable-remedy = Адрес или форма содержит то, чего не отправляет ни одна из наших страниц. Вернитесь назад и повторите попытку.

# What the store refuses
error-wrong-type = «{ $column }»: значение неверного типа. Исправьте его.
error-invalid-text = «{ $column }»: есть символы, которые невозможно сохранить. Удалите их.
error-too-long = «{ $column }»: число символов — { $length }, допустимо не более { $max }. Сократите текст.
error-out-of-range = «{ $column }»: значение должно быть от { $min } до { $max }.
error-unknown-choice = «{ $column }»: такого варианта нет. Выберите один из списка.
error-required = «{ $column }»: требуется значение. Укажите его.
error-read-only = «{ $column }»: значение нельзя изменить здесь.
error-broken-lookup = «{ $column }»: указанный объект не существует или недоступен вам. Выберите другой.
error-invalid-file = «{ $column }»: этот файл не подходит.
error-still-referenced = На эту строку все еще ссылаются другие строки. Сначала удалите их.
error-stale = Кто-то изменил эту строку, пока она была у вас открыта. Просмотрите обе версии и сохраните еще раз.
error-duplicate = Уже есть строка с такими же значениями в столбцах: { $columns }.
error-no-privilege = У вашей учетной записи нет прав на это действие. Если они нужны, обратитесь к администратору.
error-limit = Превышено ограничение: { $limit }. Выполните действие по частям.
error-cursor = Этой страницы списка больше нет. Начните с начала списка.
error-busy = База данных занята или недоступна. Ничего не изменено; повторите попытку немного позже.
error-internal = Ошибка на нашей стороне, она записана в журнал. Ничего не изменено; повторите попытку, а если ошибка возникнет снова, сообщите администратору.

# Grid
grid-search = Поиск в этом представлении
grid-filter = Изменить фильтры
grid-apply = Применить
grid-clear = Очистить фильтры
grid-columns = Столбцы
grid-columns-reset = Вернуть обычные столбцы
grid-export = Экспорт в CSV
grid-select-all = Выбрать все на этой странице
grid-select = Выбрать: { $name }
grid-views = Представления
grid-first = Первая страница
grid-next = Следующая страница
grid-page = Страница { $page }
grid-rows = { $count ->
    [one] { $count } строка
    [few] { $count } строки
    [many] { $count } строк
   *[other] { $count } строки
}
grid-rows-many = Строк: более { $count }
grid-empty = Нет данных для отображения
grid-empty-filtered = Ни одна строка не соответствует этому поиску. Измените или очистите его.
grid-any = Любое
grid-from = От
grid-until = До
grid-none-selected = Сначала выберите хотя бы одну строку.
grid-too-many-selected = Максимальное число строк за один раз: { $max }.
no-value = нет значения

# Form
form-choose = Выберите…
form-lookup-hint = Введите часть имени
form-lookup-none = Доступных вам объектов с таким именем нет. Введите часть имени или оставьте поле пустым.
form-lookup-many = Этому имени соответствует несколько строк. Выберите одну.
form-wrong-number = Введите число, например { $example }.
form-number-too-large = Это число слишком велико. Введите меньшее.
form-wrong-date = Введите дату, например { $example }.
form-wrong-moment = Введите дату и время.
form-errors = { $count ->
    [one] { $count } значение требует исправления
    [few] { $count } значения требуют исправления
    [many] { $count } значений требуют исправления
   *[other] { $count } значения требуют исправления
}
form-saved = Сохранено.
form-created = Создано: «{ $name }».
form-stale-title = Тем временем кто-то изменил эту строку
form-stale-text = Введенные вами значения остались ниже. При повторном сохранении они заменят чужие.
form-stale-column = Столбец
form-stale-theirs = Сохранено сейчас
form-stale-yours = Ваше значение
form-stale-discard = Отменить мои изменения

# Standing with the other side
standing-in-step = Синхронизировано
standing-waiting = Ожидает
standing-failed = Ошибка синхронизации

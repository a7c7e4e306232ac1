#include "workbook/container.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstring>
#include <numeric>

#include "workbook/codes.h"
#include "workbook/fault.h"

namespace svod::workbook {
namespace {

constexpr std::uint32_t kLocal = 0x04034b50, kCentral = 0x02014b50, kEnd = 0x06054b50, kEnd64 = 0x06064b50,
                        kLocator64 = 0x07064b50;
constexpr std::uint64_t kEndSize = 22, kLocatorSize = 20, kEnd64Size = 56, kCentralSize = 46, kLocalSize = 30;
// Deflate cannot do better than this; a directory that promises more is false.
constexpr std::uint64_t kBestRatio = 1032;

template <class T>
T load(std::string_view bytes, std::uint64_t at) {
  T value = 0;
  for (std::size_t i = 0; i < sizeof(T); ++i) {
    const T byte = static_cast<unsigned char>(bytes[at + i]);
    value = static_cast<T>(value | static_cast<T>(byte << (8 * i)));
  }
  return value;
}
std::uint16_t u16(std::string_view bytes, std::uint64_t at) { return load<std::uint16_t>(bytes, at); }
std::uint32_t u32(std::string_view bytes, std::uint64_t at) { return load<std::uint32_t>(bytes, at); }
std::uint64_t u64(std::string_view bytes, std::uint64_t at) { return load<std::uint64_t>(bytes, at); }

[[noreturn]] void broken(std::string message) {
  refuse(codes::broken_container, "файл xlsx повреждён: " + std::move(message),
         "попросите прислать файл ещё раз или откройте его в Excel с восстановлением и сохраните заново");
}

std::string lower_ascii(std::string_view name) {
  std::string key(name);
  for (char& c : key) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return key;
}

/// Where the record of the directory's end stands: the last one whose comment fits.
std::uint64_t find_end(std::string_view bytes) {
  if (bytes.size() >= kEndSize) {
    const std::uint64_t last = bytes.size() - kEndSize;
    const std::uint64_t first = last > 0xFFFF ? last - 0xFFFF : 0;
    for (std::uint64_t at = last + 1; at-- > first;) {
      if (bytes[at] == 'P' && u32(bytes, at) == kEnd && at + kEndSize + u16(bytes, at + 20) <= bytes.size()) return at;
    }
  }
  broken("нет оглавления архива, файл оборван");
}

struct End {
  std::uint64_t entries = 0, size = 0, at = 0;
};

End read_end(std::string_view bytes) {
  const std::uint64_t end_at = find_end(bytes);
  End end{u16(bytes, end_at + 10), u32(bytes, end_at + 12), u32(bytes, end_at + 16)};
  std::uint64_t limit = end_at;
  const bool wide = end.entries == 0xFFFF || end.size == 0xFFFFFFFF || end.at == 0xFFFFFFFF;
  if (u16(bytes, end_at + 4) != 0 && u16(bytes, end_at + 4) != 0xFFFF) broken("архив разрезан на тома");
  if (wide && end_at >= kLocatorSize && u32(bytes, end_at - kLocatorSize) == kLocator64) {
    const std::uint64_t at = u64(bytes, end_at - kLocatorSize + 8);
    if (at > bytes.size() || bytes.size() - at < kEnd64Size || u32(bytes, at) != kEnd64) {
      broken("нет оглавления ZIP64 на байте " + std::to_string(at));
    }
    end = {u64(bytes, at + 32), u64(bytes, at + 40), u64(bytes, at + 48)};
    limit = at;
  }
  if (end.at > limit || end.size > limit - end.at) broken("оглавление архива выходит за конец файла");
  return end;
}

/// The sizes of an entry that do not fit in 32 bits stand in an extra field.
void read_zip64(std::string_view extra, Container::Entry& entry) {
  while (extra.size() >= 4) {
    const std::uint16_t id = u16(extra, 0);
    const std::uint16_t size = u16(extra, 2);
    extra.remove_prefix(4);
    if (size > extra.size()) return;
    if (id == 1) {
      std::string_view field = extra.substr(0, size);
      for (std::uint64_t* value : {&entry.size, &entry.packed, &entry.header_at}) {
        if (*value != 0xFFFFFFFF) continue;
        if (field.size() < 8) broken("в записи " + shown(entry.name) + " нет длины ZIP64");
        *value = u64(field, 0);
        field.remove_prefix(8);
      }
    }
    extra.remove_prefix(size);
  }
}

}  // namespace

Container::Container(std::string_view bytes, const Budgets& budgets) : bytes_(bytes), budgets_(budgets) {
  read_directory();
  locate_data();
  inflater_ = libdeflate_alloc_decompressor();
  if (inflater_ == nullptr) refuse_over_budget("память для распаковки", 0, "байт");
}

Container::~Container() { libdeflate_free_decompressor(inflater_); }

void Container::read_directory() {
  const End end = read_end(bytes_);
  if (end.entries > budgets_.entries) refuse_over_budget("число частей в файле", budgets_.entries, "(entries)");
  directory_at_ = end.at;
  std::uint64_t at = end.at;
  const std::uint64_t stop = end.at + end.size;
  entries_.reserve(end.entries);
  while (entries_.size() < end.entries) {
    if (stop - at < kCentralSize || u32(bytes_, at) != kCentral) {
      broken("оглавление архива обрывается на байте " + std::to_string(at));
    }
    const std::uint64_t name_size = u16(bytes_, at + 28), extra_size = u16(bytes_, at + 30);
    const std::uint64_t record = kCentralSize + name_size + extra_size + u16(bytes_, at + 32);
    if (record > stop - at) broken("оглавление архива обрывается на байте " + std::to_string(at));
    Entry entry;
    entry.name = std::string(bytes_.substr(at + kCentralSize, name_size));
    std::replace(entry.name.begin(), entry.name.end(), '\\', '/');
    entry.flags = u16(bytes_, at + 8);
    entry.method = u16(bytes_, at + 10);
    entry.crc = u32(bytes_, at + 16);
    entry.packed = u32(bytes_, at + 20);
    entry.size = u32(bytes_, at + 24);
    entry.header_at = u32(bytes_, at + 42);
    read_zip64(bytes_.substr(at + kCentralSize + name_size, extra_size), entry);
    entry.key = lower_ascii(entry.name.starts_with('/') ? std::string_view(entry.name).substr(1) : entry.name);
    entries_.push_back(std::move(entry));
    at += record;
  }
  by_key_.resize(entries_.size());
  std::iota(by_key_.begin(), by_key_.end(), 0U);
  std::sort(by_key_.begin(), by_key_.end(),
            [&](std::uint32_t a, std::uint32_t b) { return entries_[a].key < entries_[b].key; });
  const auto twin = std::adjacent_find(by_key_.begin(), by_key_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return entries_[a].key == entries_[b].key;
  });
  if (twin != by_key_.end()) broken("две части с одним именем " + shown(entries_[*twin].name));
}

void Container::locate_data() {
  std::vector<Entry*> order;
  order.reserve(entries_.size());
  for (Entry& entry : entries_) {
    order.push_back(&entry);
    const std::uint64_t at = entry.header_at;
    if (at > directory_at_ || directory_at_ - at < kLocalSize || u32(bytes_, at) != kLocal) {
      broken("нет начала части " + shown(entry.name) + " на байте " + std::to_string(at));
    }
    const std::uint64_t name_size = u16(bytes_, at + 26);
    entry.data_at = at + kLocalSize + name_size + u16(bytes_, at + 28);
    if (entry.data_at > directory_at_ || entry.packed > directory_at_ - entry.data_at) {
      broken("часть " + shown(entry.name) + " выходит за конец архива");
    }
    std::string local(bytes_.substr(at + kLocalSize, name_size));
    std::replace(local.begin(), local.end(), '\\', '/');
    if (local != entry.name) broken("часть " + shown(entry.name) + " в архиве подписана иначе: " + shown(local));
    if ((entry.flags & 1) != 0) {
      refuse(codes::encrypted, "содержимое архива зашифровано: " + shown(entry.name),
             "снимите пароль и сохраните файл снова");
    }
    if (entry.method == 8 && entry.size / kBestRatio > entry.packed + 64) {
      broken("длина части " + shown(entry.name) + " невозможна: " + std::to_string(entry.size) + " байт из " +
             std::to_string(entry.packed));
    }
  }
  std::sort(order.begin(), order.end(), [](const Entry* a, const Entry* b) { return a->header_at < b->header_at; });
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (order[i - 1]->data_at + order[i - 1]->packed > order[i]->header_at) {
      broken("части " + shown(order[i - 1]->name) + " и " + shown(order[i]->name) + " лежат одна на другой");
    }
  }
}

const Container::Entry* Container::find(std::string_view name) const {
  const std::string key = lower_ascii(name);
  const auto found = std::lower_bound(by_key_.begin(), by_key_.end(), key,
                                      [&](std::uint32_t i, const std::string& k) { return entries_[i].key < k; });
  return found != by_key_.end() && entries_[*found].key == key ? &entries_[*found] : nullptr;
}

PartBytes Container::read(const Entry& entry) {
  if (entry.size > budgets_.part_bytes) {
    refuse_over_budget("часть " + shown(entry.name), budgets_.part_bytes, "байт (part_bytes)");
  }
  inflated_ += entry.size;
  if (inflated_ > budgets_.inflated_bytes) {
    refuse_over_budget("распакованное содержимое файла", budgets_.inflated_bytes, "байт (inflated_bytes)");
  }
  PartBytes part{std::make_unique_for_overwrite<char[]>(entry.size + 1), entry.size};
  part.data[entry.size] = '\0';
  const char* packed = bytes_.data() + entry.data_at;
  if (entry.method == 0) {
    if (entry.packed != entry.size) broken("у части " + shown(entry.name) + " две разные длины");
    std::memcpy(part.data.get(), packed, entry.size);
  } else if (entry.method == 8) {
    std::size_t actual = 0;
    const auto result =
        libdeflate_deflate_decompress(inflater_, packed, entry.packed, part.data.get(), entry.size, &actual);
    if (result != LIBDEFLATE_SUCCESS || actual != entry.size) {
      broken("часть " + shown(entry.name) + " не распаковывается");
    }
  } else {
    broken("часть " + shown(entry.name) + " сжата неизвестным способом " + std::to_string(entry.method));
  }
  if (libdeflate_crc32(0, part.data.get(), entry.size) != entry.crc) {
    broken("контрольная сумма части " + shown(entry.name) + " не сходится");
  }
  return part;
}

}  // namespace svod::workbook

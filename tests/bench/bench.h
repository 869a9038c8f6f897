// What every benchmark shares: rounds in which ours and the reference take turns, medians, and a
// report of ratios with the absolute figures beside them. A machine is noisy by a factor of two; a
// ratio within one run is not.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace hotich::bench {

struct measure
{
    std::string name;
    std::string unit;
    double ours = 0;
    double reference = 0; ///< 0: none
    double ratio = 0;
    std::string reference_name;
    std::string goal;
};

struct settings
{
    double scale = 1;
    int rounds = 3;
};

using benchmark = std::vector<measure> (*)(const settings& chosen);

// One file each.
std::vector<measure> desk(const settings& chosen);
std::vector<measure> national(const settings& chosen); ///< only with the server
std::vector<measure> search(const settings& chosen);
std::vector<measure> duplicates(const settings& chosen);
std::vector<measure> exchange(const settings& chosen);
std::vector<measure> simulation(const settings& chosen);
std::vector<measure> postgres(const settings& chosen);
std::vector<measure> weakline(const settings& chosen); ///< where the server is built too
std::vector<measure> storm(const settings& chosen);    ///< only with the server

double seconds_of(const std::function<void()>& work);
double cpu_seconds();
double median(std::vector<double> values);
double percentile(std::vector<double> values, double share);

/// A folder of its own on the disk that the build stands on, gone with the object.
class scratch_folder
{
public:
    scratch_folder();
    scratch_folder(const scratch_folder&) = delete;
    scratch_folder& operator=(const scratch_folder&) = delete;
    ~scratch_folder();

    [[nodiscard]] std::string file(const std::string& name) const { return m_path + "/" + name; }

private:
    std::string m_path;
};

} // namespace hotich::bench

// Textures that the program bakes itself: icons at their final pixel size, and the three soft shadows.
//
// Owned by PictureStore; main thread. The codes of QR panels are kept here too. Every texture is white with coverage as alpha and tinted when drawn, so a theme change
// bakes nothing anew.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "kiosk/ui/backend.h"
#include "kiosk/ui/qr.h"

namespace ui {

enum class Elevation;

struct BakedTexture {
  TextureId texture = 0;
  PixelSize size;
  int margin = 0;    // icon: pixels around its 24 grid
};

// A 9-slice: the soft edge of a rounded box. The corner cell covers `corner_u` from the shadow's outer edge, which lies
// `spread_u` outside the box; `corner_texels` is the same cell in the texture.
struct BakedShadow {
  TextureId texture = 0;
  int size_texels = 0;
  int corner_texels = 0;
  float corner_u = 0;
  float spread_u = 0;
};

class ArtTextures {
 public:
  explicit ArtTextures(Backend& backend) : backend_(backend) {}
  ~ArtTextures();
  ArtTextures(const ArtTextures&) = delete;
  ArtTextures& operator=(const ArtTextures&) = delete;

  // texture 0 for a name that icons.json does not know. `grid_px` = pixels of the 24 grid, `stroke_px` = line width.
  BakedTexture icon(std::string_view name, int grid_px, float stroke_px);
  BakedShadow shadow(Elevation elevation, float radius_u);
  // The code of a text, worked out once; nullptr when the text does not fit.
  const QrMatrix* qr(std::string_view text);
  // Between frames: more than a few hundred icons are forgotten and baked again when needed.
  void trim();

 private:
  using IconKey = std::tuple<int, int, int>;   // index, pixels, sixteenths of a pixel

  Backend& backend_;
  std::map<IconKey, BakedTexture> icons_;
  std::map<std::pair<int, int>, BakedShadow> shadows_;   // elevation, radius in quarters of a u
  std::map<std::string, std::optional<QrMatrix>, std::less<>> codes_;
};

}  // namespace ui

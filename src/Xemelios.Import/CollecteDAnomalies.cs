using Xemelios.Domain.Constats;

namespace Xemelios.Import;

/// <summary>The anomalies of one file. The first ones of each sentence are kept with their place, the others are counted.</summary>
/// <remarks>A file that lacks an element in each of 60 000 bulletins says so in six lines, and loses no count.</remarks>
public sealed class CollecteDAnomalies
{
    private const int Exemples = 5;
    private readonly List<Anomalie> _gardees = [];
    private readonly Dictionary<(string Code, string Message), (int Nombre, Gravite Gravite)> _nombres = [];

    public void Ajouter(Anomalie anomalie)
    {
        var cle = (anomalie.Code, anomalie.Message);
        var (nombre, _) = _nombres.GetValueOrDefault(cle);
        _nombres[cle] = (nombre + 1, anomalie.Gravite);
        if (nombre < Exemples)
            _gardees.Add(anomalie);
    }

    /// <summary>All anomalies in order of arrival, then one line for each sentence that came back more often.</summary>
    public IReadOnlyList<Anomalie> Conclure() =>
    [
        .. _gardees,
        .. _nombres.Where(n => n.Value.Nombre > Exemples).Select(n => new Anomalie(
            n.Key.Code, n.Value.Gravite, $"{n.Key.Message} ({n.Value.Nombre - Exemples} autres cas semblables dans ce fichier.)", Provenance.Inconnue)),
    ];
}
